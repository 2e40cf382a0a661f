import { changesOfProvision, isAnswered } from '../changes.ts';
import { isRepealed, latest, published, repealedOn } from '../conventions.ts';
import type { Dataset, Provision } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

interface Subject {
  readonly dataset: Dataset;
  readonly provision: Provision;
}

/** 第十二条第二款: no entry rests on repealed law, unless a change is recorded that is still to be answered. */
export const r12x7 = rule<Subject, 'Dataset'>({
  code: 'R12-7',
  title: { zh: '目录依据已废止', en: 'Entry cites repealed law' },
  citation: `${KM}第十二条第二款`,
  meaning: {
    zh: '目录所引依据已废止，又没有登记正在办理的变化的，为问题。',
    en: 'An entry that rests on repealed law while no change is open for it is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '改引现行依据，或者登记依据变化并按期更新目录。',
    en: 'Cite law in force, or record the change and update the entry in time.',
  },
  roots: ['Dataset'],
  *members(root, view) {
    for (const dataset of published(root))
      for (const key of new Set(dataset.basis ?? [])) {
        const provision = view.provisions.get(key);
        if (provision && isRepealed(view, provision)) yield { dataset, provision };
      }
  },
  check({ dataset, provision }, view) {
    const open = changesOfProvision.of(view, provision.key).some((change) => !isAnswered(change, dataset));
    if (open) return [];
    const [id, law] = [`Dataset:${dataset.key}`, `Provision:${provision.key}`];
    const day = repealedOn(view, provision);
    const entered = dataset.entryUpdatedOn ?? dataset.publishedOn;
    return [
      {
        subject: id,
        object: law,
        evidence: [id, law],
        since: entered == null ? day : latest(day, entered),
        message: {
          zh: `目录${nameOf(view, id)}的依据${nameOf(view, law)}已于${day}废止，且没有正在办理的变化。`,
          en: `The entry ${nameOf(view, id)} rests on ${nameOf(view, law)}, repealed on ${day}, and no change is open.`,
        },
      },
    ];
  },
});
