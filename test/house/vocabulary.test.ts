import { describe, expect, it } from 'vitest';
import { recordKinds } from '../../src/exchange/bundle/kinds.ts';
import { chineseOf } from '../../tools/graph.ts';
import { publicTerms, sourceTerms } from '../../tools/vocabulary.ts';

const terms = publicTerms();
const chinese = new Map(terms.map((term) => [term.english, term.chinese]));

describe('the vocabulary', () => {
  it('has one Chinese word for one English word, and back', () => {
    const twice = [...Map.groupBy(terms, (term) => term.chinese)].filter(([, same]) => same.length > 1);
    expect(twice.map(([word, same]) => `${word}: ${same.map(({ english }) => english).join()}`)).toEqual([]);
  });

  it('has a word for every kind of record, the same in the registry and in its API', () => {
    for (const kind of recordKinds) expect([kind.type, chinese.get(kind.type)]).toEqual([kind.type, chineseOf(kind)]);
  });

  it('is kept by every noun of the program that bears a public name', () => {
    const other = sourceTerms().filter((term) => (chinese.get(term.english) ?? term.chinese) !== term.chinese);
    expect(other.map(({ file, english, chinese: word }) => `${file}: ${english} ${word}`)).toEqual([]);
  });
});
