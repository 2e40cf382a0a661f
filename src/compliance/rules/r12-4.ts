import { addDays } from '#src/calendar/day.ts';
import { isOverdue } from '#src/clock/clocks.ts';
import { changesReaching, isAnswered, reachedThrough, updateClock } from '../changes.ts';
import { published } from '../conventions.ts';
import { dueWords, otherLimits } from '../due-words.ts';
import type { Change, Dataset } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { CN809, KM, rule } from '../rule.ts';

interface Subject {
  readonly change: Change;
  readonly dataset: Dataset;
}

/** 第十二条第二款: after a change of law or duty the entry is updated within the strictest limit that applies to its provider. */
export const r12x4 = rule<Subject, 'Dataset'>({
  code: 'R12-4',
  title: { zh: '依据或职能变化后限期更新目录', en: 'Entry not updated after a change' },
  citation: `${KM}第十二条第二款；${CN809}第十七条`,
  meaning: {
    zh: '法律依据或者职能变化后，有关目录应在最严的时限内更新；到期未更新的，每个变化为一个问题。',
    en: 'After a change of law or duty the entries it reaches are updated within the strictest limit; each change left unanswered is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '按变化后的依据更新目录并报送审核。', en: 'Update the entry to the changed basis and submit it.' },
  roots: ['Dataset'],
  *members(root, view) {
    for (const dataset of published(root))
      for (const change of changesReaching(view, dataset)) yield { change, dataset };
  },
  check({ change, dataset }, view) {
    if (isAnswered(change, dataset)) return [];
    const clock = updateClock(view, change, dataset);
    if (!clock || !isOverdue(clock.strictest, view.today)) return [];
    const [id, changed] = [`Dataset:${dataset.key}`, `Change:${change.key}`];
    const through = reachedThrough(view, change, dataset);
    const { due } = clock.strictest;
    const [told, others] = [dueWords(clock.strictest), otherLimits(clock)];
    const overdue = view.calendar.countWorkingDays(due.day, view.today, clock.start.jurisdiction).days;
    return [
      {
        subject: id,
        object: changed,
        evidence: [changed, through, id],
        since: addDays(due.day, 1),
        details: {
          due: Object.fromEntries(clock.limits.map((running) => [running.limit.profile, running.due.day])),
          profiles: clock.limits
            .filter((running) => isOverdue(running, view.today))
            .map((running) => running.limit.profile),
          overdueWorkingDays: overdue,
          provisional: due.provisional,
        },
        message: {
          zh: `${nameOf(view, through)}已于${change.effectiveOn}变化，目录${nameOf(view, id)}最迟应于${told.zh}更新，已逾期${overdue}个工作日。${others.zh}`,
          en: `${nameOf(view, through)} changed on ${change.effectiveOn}; the entry ${nameOf(view, id)} was due by ${told.en}, ${overdue} working days ago.${others.en}`,
        },
      },
    ];
  },
});
