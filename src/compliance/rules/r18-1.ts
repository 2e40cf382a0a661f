import { floorOf } from '#src/classification/grading.ts';
import { published } from '../conventions.ts';
import type { Dataset } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

/** 第十八条: sensitive data and data of a high level is not opened; items withheld from opening do not count. */
export const r18x1 = rule<Dataset, 'Dataset'>({
  code: 'R18-1',
  title: { zh: '高等级、敏感数据不得开放', en: 'Sensitive data opened' },
  citation: `${KM}第十八条`,
  meaning: {
    zh: '已开放的信息项中有敏感或者四级以上内容的，或者四级以上数据整体开放的，为问题。',
    en: 'An opened item that is sensitive or of level 4, or a dataset of level 4 opened whole, is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '改为不予开放，或者把敏感信息项排除在开放范围之外。',
    en: 'Do not open it, or withhold the sensitive items.',
  },
  roots: ['Dataset'],
  members: (root) => published(root).filter(({ open }) => open === 'CONDITIONAL' || open === 'UNCONDITIONAL'),
  check(dataset, view) {
    const bar = view.policy.threshold('NOT_TO_BE_OPENED_LEVEL');
    const items = dataset.items ?? [];
    const opened = items.filter((item) => item.open !== 'NONE');
    const sensitive = opened.filter((item) => floorOf(item) >= bar).map((item) => item.name);
    const whole = opened.length === items.length && (dataset.level ?? 0) >= bar;
    if (sensitive.length === 0 && !whole) return [];
    const id = `Dataset:${dataset.key}`;
    return [
      {
        subject: id,
        evidence: [id],
        since: dataset.entryUpdatedOn ?? dataset.publishedOn,
        details: { items: sensitive, level: dataset.level ?? null },
        message:
          sensitive.length > 0
            ? {
                zh: `${nameOf(view, id)}开放了敏感信息项：${sensitive.join('、')}。`,
                en: `${nameOf(view, id)} opens sensitive items: ${sensitive.join(', ')}.`,
              }
            : {
                zh: `${nameOf(view, id)}的级别为${dataset.level}级，却整体开放。`,
                en: `${nameOf(view, id)} is of level ${dataset.level} and opened as a whole.`,
              },
      },
    ];
  },
});
