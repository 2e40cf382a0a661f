import type { LevelReading } from '#src/classification/level-book.ts';
import { sortedIds } from '../conventions.ts';
import { aboveSince } from '../level-since.ts';
import { nameOf, triggerWords } from '../naming.ts';
import { type Found, GRADING, KM, rule } from '../rule.ts';

interface Subject {
  readonly id: string;
  readonly level: LevelReading;
}

const BRINGS_LEVEL = /^(Dataset|Database|Product):/;

/** 第二十五条: a declared level is not below what items and lineage make of it; what may be important data is looked at by a person. */
export const r25x1 = rule<Subject, 'Dataset' | 'Product' | 'Database'>({
  code: 'R25-1',
  title: { zh: '定级不得低于计算级别', en: 'Declared level too low' },
  citation: `${KM}第二十五条；${GRADING}`,
  meaning: {
    zh: '申报级别不得低于按信息项和数据来源计算的级别；低于的为问题，四级数据关联汇聚的，待复核是否为重要数据。计算方法为登记库设计，从严解读。',
    en: 'The declared level is not below what items and lineage make of it; lower is a finding, and fusion on level 4 is for review as possible important data. How it is computed is this registry’s design, a strict reading.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '提高申报级别；确可降低的，办理有依据、有期限的降级审批。',
    en: 'Raise the declared level, or have a lowering approved with its grounds and its end.',
  },
  roots: ['Dataset', 'Product', 'Database'],
  members({ type, record }, view) {
    const id = `${type}:${record.key}`;
    const level = view.level(id);
    return level ? [{ id, level }] : [];
  },
  check({ id, level }, view) {
    const found: Found[] = [];
    const details = { declared: level.declared, computed: level.computed };
    if (level.declared !== null && level.declared < level.computed)
      found.push({
        subject: id,
        object: 'VIOLATION',
        severity: 'VIOLATION',
        evidence: [id],
        since: aboveSince(view, id, level.declared),
        details,
        message: {
          zh: `${nameOf(view, id)}申报为${level.declared}级，按来源和信息项应不低于${level.computed}级。`,
          en: `${nameOf(view, id)} is declared at level ${level.declared}; its items and sources make it ${level.computed}.`,
        },
      });
    if (level.possibleImportant) {
      const sources = view
        .flowsInto(id)
        .map((flow) => flow.from)
        .filter((from) => BRINGS_LEVEL.test(from));
      const told = triggerWords(level.triggers);
      found.push({
        subject: id,
        object: 'REVIEW',
        severity: 'REVIEW',
        evidence: [id, ...sortedIds(sources)],
        details: { ...details, triggers: level.triggers },
        message: {
          zh: `${nameOf(view, id)}由4级数据关联汇聚而成（${told.zh}），可能构成重要数据，须人工判定。`,
          en: `${nameOf(view, id)} joins data of level 4 (${told.en}): possible important data, to be judged by a person.`,
        },
        cure: {
          zh: '组织重要数据识别，作出认定并记录。',
          en: 'Have it examined whether it is important data, and record the decision.',
        },
      });
    }
    return found;
  },
});
