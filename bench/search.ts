import type { Question } from './stand/question.ts';
import { bench } from './stand/stand.ts';

function search(name: string, words: string | null, fields = 'id title'): Question {
  return {
    name,
    query: `query ($search: String) { datasets(search: $search, first: 20) { totalCount edges { node { ${fields} } } } }`,
    variables: { search: words },
    size: ({ datasets: { totalCount, edges } }: { datasets: { totalCount: number; edges: unknown[] } }) =>
      `${edges.length} of ${totalCount}`,
  };
}

/** Catalog search: common and rare words, a code, no words; with what a page shows. */
export const questions = [
  search('a rare phrase', '官渡区公共停车场监测数据'),
  search('a common word', '企业'),
  search('two words', '滇池水质 年报'),
  search(
    'a page as people see it',
    '公共停车场',
    'id title abstract organization { name } items { name } share open cycle',
  ),
  search('by title, first page', null),
];

if (import.meta.main) await bench('Catalog search', questions);
