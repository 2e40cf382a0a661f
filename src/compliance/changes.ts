import { type Clock, clockOf } from '#src/clock/clocks.ts';
import { published } from './conventions.ts';
import type { Change, Dataset } from './facts.ts';
import { oncePerView, type View } from './view.ts';

/** Changes of law and duty 依据、职能变化 and the published datasets that they reach (R12-4, R12-7). */

type ByKey = ReadonlyMap<string, readonly Dataset[]>;

function index(view: View, keysOf: (dataset: Dataset) => Iterable<string>): ByKey {
  const found = new Map<string, Dataset[]>();
  for (const dataset of published(view))
    for (const key of new Set(keysOf(dataset))) {
      const list = found.get(key) ?? [];
      list.push(dataset);
      found.set(key, list);
    }
  return found;
}

const byDuty = oncePerView((view) => index(view, (dataset) => (dataset.duty ? [dataset.duty] : [])));
const byProvision = oncePerView((view) =>
  index(view, (dataset) => [
    ...(dataset.basis ?? []),
    ...((dataset.duty && view.duties.get(dataset.duty)?.basis) || []),
  ]),
);

/** Published datasets that a change reaches: by their duty, or by their own or their duty's legal basis. */
export function reachedBy(view: View, change: Change): readonly Dataset[] {
  const found = new Set<Dataset>();
  if (change.duty) for (const dataset of byDuty(view).get(change.duty) ?? []) found.add(dataset);
  if (change.provision) for (const dataset of byProvision(view).get(change.provision) ?? []) found.add(dataset);
  return [...found];
}

/** Changes in effect today, by the provision that changed. */
export const changesOfProvision = oncePerView((view) => {
  const found = new Map<string, Change[]>();
  for (const change of view.changes.all()) {
    if (!change.provision || change.effectiveOn > view.today) continue;
    const list = found.get(change.provision) ?? [];
    list.push(change);
    found.set(change.provision, list);
  }
  return found as ReadonlyMap<string, readonly Change[]>;
});

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
