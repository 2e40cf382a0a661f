import type { Day } from '#src/calendar/day.ts';
import { isPublished, placeOf, published } from '../conventions.ts';
import type { Dataset } from '../facts.ts';
import { grouping } from '../grouping.ts';
import { nameOf } from '../naming.ts';
import { CN809, type Found, KM, rule } from '../rule.ts';
import type { View } from '../view.ts';

const byCode = grouping({
  name: 'datasets by code',
  type: 'Dataset',
  keysOf: (dataset) => (isPublished(dataset) && dataset.code ? [dataset.code] : []),
});
const titleKey = (view: View, dataset: Dataset): string | null => {
  const place = placeOf(view, dataset);
  return place === null ? null : `${place}\n${dataset.title}`;
};
const byTitle = grouping({
  name: 'datasets by place and title',
  type: 'Dataset',
  keysOf: (dataset, view) => (isPublished(dataset) ? [titleKey(view, dataset) ?? []].flat() : []),
});

/** The day on which the second of those that must not be two was published; null where a day is not known. */
function sinceOf(group: readonly Dataset[], source: (dataset: Dataset) => string): Day | null {
  const first = new Map<string, Day>();
  for (const dataset of group) {
    const day = dataset.publishedOn;
    if (day == null) return null;
    const known = first.get(source(dataset));
    if (known === undefined || day < known) first.set(source(dataset), day);
  }
  return [...first.values()].sort()[1] ?? null;
}

/** 一数一源: one code names one entry, and one entry has one source. One finding a group, at its smallest key. */
export const r11x6 = rule<Dataset, 'Dataset'>({
  code: 'R11-6',
  title: { zh: '一数一码、一数一源', en: 'One code, one source' },
  citation: `${KM}第十一条；${CN809}第十九条`,
  meaning: {
    zh: '一个代码只给一个目录，一个辖区内同名数据只有一个数源部门；两个以上的，每组为一个问题。',
    en: 'One code names one entry, and one title in one jurisdiction has one source department; each group of more is one finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '重新编码，或明确数源部门并合并、撤销重复目录。',
    en: 'Give a new code, or name the source department and merge or withdraw the double entry.',
  },
  roots: ['Dataset'],
  members: published,
  check(dataset, view) {
    const found: Found[] = [];
    const report = (object: 'CODE' | 'TITLE', group: readonly Dataset[], zh: string, en: string): void => {
      const ids = group.map((member) => `Dataset:${member.key}`);
      const since = sinceOf(group, object === 'CODE' ? ({ key }) => key : ({ provider }) => provider);
      found.push({ subject: ids[0]!, object, evidence: ids, since, message: { zh, en } });
    };
    const codes = dataset.code ? byCode.of(view, dataset.code) : [];
    if (codes.length > 1 && codes[0]!.key === dataset.key)
      report(
        'CODE',
        codes,
        `${codes.length}个数据目录使用同一代码${dataset.code}。`,
        `${codes.length} entries have the same code ${dataset.code}.`,
      );
    const key = titleKey(view, dataset);
    const titles = key === null ? [] : byTitle.of(view, key);
    if (titles[0]?.key === dataset.key && new Set(titles.map((member) => member.provider)).size > 1) {
      const name = nameOf(view, `Dataset:${dataset.key}`);
      report(
        'TITLE',
        titles,
        `同一辖区内多个部门提供同名数据${name}。`,
        `Several providers of one jurisdiction offer data of the same title ${name}.`,
      );
    }
    return found;
  },
});
