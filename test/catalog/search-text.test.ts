import { describe, expect, it } from 'vitest';
import { LONGEST_SEARCH, searchText } from '../../src/catalog/search-text.ts';
import { differentlyFolded, foldInPlace, pairsOf, wordsOf } from '../../src/catalog/search-words.ts';

const words = (typed: string) => searchText(typed).words.map(({ text }) => text);
/** The part of a Lucene text that speaks of the title. */
const strict = (typed: string) => searchText(typed).strict ?? '';

describe('words of a text', () => {
  it('parts Chinese from letters and digits', () => {
    expect(wordsOf('滇池pm2.5监测')).toEqual([
      { kind: 'CHINESE', text: '滇池', start: 0, end: 2 },
      { kind: 'LATIN', text: 'pm2.5', start: 2, end: 7 },
      { kind: 'CHINESE', text: '监测', start: 7, end: 9 },
    ]);
  });

  it('parts codes where the index parts them', () => {
    expect(words('307025530100001/000001')).toEqual(['307025530100001', '000001']);
    expect(words('FR-01 a.1 1,000')).toEqual(['fr', '01', 'a', '1', '1,000']);
  });

  it('takes characters beyond the basic plane whole', () => {
    expect(pairsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
    expect(wordsOf('🚗')).toEqual([{ kind: 'SYMBOL', text: '🚗', start: 0, end: 2 }]);
  });

  it('knows of each folded character where it stood', () => {
    expect(foldInPlace('ＡⅣ㎡')).toEqual({ text: 'aivm2', starts: [0, 1, 1, 2, 2], ends: [1, 2, 2, 3, 3] });
  });

  it('keeps aside only texts that the index would read otherwise', () => {
    expect(differentlyFolded(['户籍人口', 'ＰＭ２．５', 'GDP', undefined])).toBeNull();
    expect(differentlyFolded(['户籍人口', 'Ⅳ类水体', '面积（㎡）'])).toEqual(['iv类水体', '面积(m2)']);
  });
});

describe('Lucene text of what a person typed', () => {
  it('wants all pairs of a Chinese word, better side by side', () => {
    expect(strict('企业登记')).toContain('title:(+企业 +业登 +登记 "企业登记"^2)^10');
    expect(strict('人口')).toContain('title:人口^10');
  });

  it('finds a single character at either end of a pair', () => {
    expect(strict('滇')).toContain('title:滇*^10 title:?滇^10');
    expect(searchText('滇').loose).toBeNull();
  });

  it('finds letters and digits by their beginning, whatever their width and case', () => {
    expect(strict('ＦＲ０１')).toContain('key:fr01*^6');
    expect(strict('ＦＲ０１')).toBe(strict('fr01'));
    expect(strict('PM2.5')).toContain('title:pm2\\.5*^10');
  });

  it('demands every word, and any pair when relaxed', () => {
    const { strict: all, loose } = searchText('企业 水质');
    expect(all).toMatch(/^\(\+\(title:企业.*\) \+\(title:水质/);
    expect(loose).not.toContain('+');
  });

  it('does not demand words that the index leaves out', () => {
    expect(strict('the 人口')).toMatch(/^\(\(title:the\*.*\) \+\(title:人口/);
  });

  it.each(['', ' ', '"', '( ) [ ] { } ^ " ~ * ? : \\ / + - && ||', '。、！', '_'])('finds nothing in %j', (typed) => {
    expect(searchText(typed)).toEqual({ words: [], strict: null, loose: null, pieces: [] });
  });

  it('takes operators as words or leaves them out', () => {
    expect(words('人口 AND OR NOT title:户籍~2 "')).toEqual(['人口', 'and', 'or', 'not', 'title', '户籍', '2']);
    expect(strict('a"b\\c')).not.toMatch(/"a"b|\\c/);
  });

  it('lets go of what goes beyond sixty terms, and refuses what nobody types', () => {
    expect(words('人口'.repeat(400))).toEqual(['人口'.repeat(400).slice(0, 61)]);
    expect(words('口 '.repeat(400))).toHaveLength(60);
    expect(() => searchText('人'.repeat(LONGEST_SEARCH + 1))).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });
});
