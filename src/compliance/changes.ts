import { type Clock, clockOf } from '#src/clock/clocks.ts';
import type { Change, Dataset } from './facts.ts';
import { grouping } from './grouping.ts';
import type { View } from './view.ts';

/** Changes of law and duty 依据、职能变化 and the published datasets that they reach (R12-4, R12-7). */

const inEffect = (change: Change, view: View): boolean => change.effectiveOn <= view.today;

/** Changes in effect today, by the provision that changed. */
export const changesOfProvision = grouping({
  name: 'changes of provisions',
  type: 'Change',
  keysOf: (change, view) => (change.provision && inEffect(change, view) ? [change.provision] : []),
});

const changesOfDuty = grouping({
  name: 'changes of duties',
  type: 'Change',
  keysOf: (change, view) => (change.duty && inEffect(change, view) ? [change.duty] : []),
});

/** The legal basis of a dataset and that of its duty. */
function basisOf(view: View, dataset: Dataset): readonly string[] {
  return [...(dataset.basis ?? []), ...((dataset.duty && view.duties.get(dataset.duty)?.basis) || [])];
}

/** Changes in effect that reach a dataset: by its duty, or by its own or its duty's legal basis. */
export function changesReaching(view: View, dataset: Dataset): readonly Change[] {
  const found = new Set(dataset.duty ? changesOfDuty.of(view, dataset.duty) : []);
  for (const provision of basisOf(view, dataset))
    for (const change of changesOfProvision.of(view, provision)) found.add(change);
  return [...found];
}

/** Through what a change reaches a dataset: the provision that changed if it rests on that, else the duty. A change may name both. */
export function reachedThrough(view: View, change: Change, dataset: Dataset): string {
  const { provision, duty } = change;
  return provision && (!duty || basisOf(view, dataset).includes(provision)) ? `Provision:${provision}` : `Duty:${duty}`;
}

/** Answered 已更新: the entry was updated on or after the change's publication (else its effect). */
export function isAnswered(change: Change, dataset: Dataset): boolean {
  return dataset.entryUpdatedOn != null && dataset.entryUpdatedOn >= (change.publishedOn ?? change.effectiveOn);
}

/** The clock of the provider for one change; null where no limit applies. */
export function updateClock(view: View, change: Change, dataset: Dataset): Clock | null {
  const provider = view.organizations.get(dataset.provider);
  const extended = (change.extensions ?? []).some(
    (e) => e.organization === dataset.provider && e.grantedOn <= view.today,
  );
  const start = {
    event: 'CHANGE_EFFECTIVE' as const,
    on: change.effectiveOn,
    kind: provider?.kind,
    jurisdiction: provider?.jurisdiction ?? undefined,
    extended,
  };
  return clockOf(view.policy.limits, start, view.calendar);
}
