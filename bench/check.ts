import type { Question } from './stand/question.ts';
import { bench } from './stand/stand.ts';

function check(name: string, intent: object): Question {
  return {
    name,
    query: `query ($intent: CollectionIntent!) { checkCollection(intent: $intent) {
      verdict items { name verdict found { id } } matches(first: 10) { score relation dataset { id title } } plan { id title } } }`,
    variables: { intent },
    size: ({ checkCollection: { verdict, matches } }: { checkCollection: { verdict: string; matches: unknown[] } }) =>
      `${verdict}, ${matches.length} matches`,
  };
}

/** Does the data exist already: with common items, with one that is new, by title alone. */
export const questions = [
  check('six common items', {
    title: '企业登记基本信息',
    subject: '企业',
    items: ['统一社会信用代码', '企业名称', '法定代表人', '登记状态', '成立日期', '住所'].map((name) => ({ name })),
  }),
  check('one item that is new', { title: '公共停车场泊位信息', items: [{ name: '泊位编号' }, { name: '经度' }] }),
  check('by title alone', { title: '滇池水质监测数据年报' }),
];

if (import.meta.main) await bench('Check before collecting', questions);
