import { globSync, readFileSync } from 'node:fs';
import { isSpecifiedScalarType } from 'graphql';
import { schema } from '#schema/schema.ts';
import type { Generated } from './statements.ts';

/** An English word of the registry with its Chinese one, as a description or comment declares them together. */
export interface Term {
  readonly english: string;
  readonly chinese: string;
  /** The first sentence of the description, without the Chinese words. */
  readonly meaning: string;
}

const CHINESE = /[\u4e00-\u9fff](?:[\u4e00-\u9fff（）、]*[\u4e00-\u9fff）])?/;
const NOUN = /\/\*\*\s*((?:(?!\*\/)[\s\S])*?)\s*\*\/\nexport (?:interface|type|class) ([A-Z]\w*)/g;
/** Types that only carry others. */
const CARRIER = /^(Query|Mutation|PageInfo|Json)$|(Connection|(?<!Lineage)Edge|Payload)$/;

/** Words that everybody meets: the types and enumerations of the API, every kind of record among them. */
export function publicTerms(): Term[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !(type.name.startsWith('__') || isSpecifiedScalarType(type) || CARRIER.test(type.name)))
    .flatMap(({ name, description }) => termOf(name, description ?? ''))
    .sort((a, b) => (a.english < b.english ? -1 : 1));
}

/** Words of the program's own nouns, with the file that declares each. */
export function sourceTerms(): (Term & { readonly file: string })[] {
  return globSync('src/**/*.ts')
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(NOUN)].flatMap(([, comment = '', name = '']) =>
        termOf(name, comment.replace(/\n\s*\* ?/g, ' ')).map((term) => ({ ...term, file })),
      ),
    );
}

/** The first Chinese words of a text are the term. */
export function termOf(english: string, text: string): Term[] {
  const chinese = CHINESE.exec(text)?.[0];
  if (chinese === undefined) return [];
  const meaning = text
    .split(/[.:;](?=\s|$)/)[0]!
    .replace(/\s*[\u4e00-\u9fff（）、，。]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return [{ english, chinese, meaning }];
}

/** The vocabulary: one Chinese word for one English word, both ways. */
export function generateVocabulary(): Generated[] {
  const rows = publicTerms().map(
    ({ english, chinese, meaning }) => `| ${words(english)} | ${chinese} | \`${english}\` | ${meaning} |`,
  );
  const text = [
    '# Vocabulary 词汇表',
    '',
    '<!-- Generated from the descriptions of the GraphQL types by npm run generate. Do not edit. -->',
    '',
    'One Chinese word for one English word, in the law’s own terms. Code, API, messages and documents keep to it.',
    '',
    '| English | 中文 | type | meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
  ];
  return [{ path: 'docs/vocabulary.md', content: text.join('\n') }];
}

/** `CollectionCheck` as people write it: collection check. */
function words(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
