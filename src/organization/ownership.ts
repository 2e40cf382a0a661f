import type { Day } from '#src/calendar/day.ts';
import { byCodePoint } from '#src/foundation/text.ts';
import { componentsOf } from './components.ts';

/** Kinds of a tie between organizations 关系类别 (bundle `control`). */
export type ControlKind =
  | 'HOLDS'
  | 'CONTROLS'
  | 'SAME_CONTROLLER'
  | 'LEGAL_REPRESENTATIVE'
  | 'SUBCONTRACTS_TO'
  | 'BENEFITS_FROM';

/** A record of control: who holds, controls or is tied to whom, from a day (included) to a day (not included). */
export interface ControlRecord {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly kind: ControlKind;
  /** 0–1, for HOLDS only. */
  readonly ratio?: number | null;
  readonly validFrom: Day;
  readonly validTo?: Day | null;
}

/** True when the record is in force on that day. */
export function inForceOn(control: ControlRecord, day: Day): boolean {
  return control.validFrom <= day && (control.validTo == null || day < control.validTo);
}

/** A tie that is no ownership, read in either direction: common controller, legal representative, subcontract, benefit. */
export interface SideEdge {
  readonly key: string;
  readonly kind: ControlKind;
  readonly a: number;
  readonly b: number;
}

/** One owner of an organization, with the share it holds (parallel records added; CONTROLS counts as 1). */
export interface Holding {
  readonly owner: number;
  readonly share: number;
}

/** Who owned whom on one day 股权结构, with organizations as numbers in the order of their ids. */
export interface Ownership {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Owners of each organization, greatest share first, then smaller ids. */
  readonly owners: readonly (readonly Holding[])[];
  readonly owned: readonly (readonly number[])[];
  /** Organizations that own each other over any number of steps share a number; owners outside have a smaller one. */
  readonly component: Int32Array;
  /** Bodies of the State (GOVERNMENT, AGENCY): common ownership by them connects nobody (公司法 第二百六十五条). */
  readonly ofTheState: readonly boolean[];
  readonly sideEdges: readonly SideEdge[];
}

/** The structure on a day. Organizations that no record of that day names do not appear; they are connected with nobody. */
export function ownershipOn(
  controls: Iterable<ControlRecord>,
  isOfTheState: (organization: string) => boolean,
  day: Day,
): Ownership {
  const inForce = [...controls].filter((control) => inForceOn(control, day));
  const ids = [...new Set(inForce.flatMap((control) => [control.from, control.to]))].sort(byCodePoint);
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const shares: Map<number, number>[] = ids.map(() => new Map());
  const owned: Set<number>[] = ids.map(() => new Set());
  const sideEdges: SideEdge[] = [];
  for (const { key, from, to, kind, ratio } of inForce) {
    const [a, b] = [numberOf.get(from)!, numberOf.get(to)!];
    if (a === b) continue;
    if (kind !== 'HOLDS' && kind !== 'CONTROLS') {
      sideEdges.push({ key, kind, a, b });
      continue;
    }
    const share = kind === 'CONTROLS' ? 1 : (ratio ?? 0);
    if (share <= 0) continue;
    shares[b]!.set(a, (shares[b]!.get(a) ?? 0) + share);
    owned[a]!.add(b);
  }
  const owners = shares.map((of) =>
    [...of].map(([owner, share]) => ({ owner, share })).sort((x, y) => y.share - x.share || x.owner - y.owner),
  );
  return {
    ids,
    numberOf,
    owners,
    component: componentsOf(ids.length, (at) => owners[at]!),
    owned: owned.map((of) => [...of].sort((x, y) => x - y)),
    ofTheState: ids.map(isOfTheState),
    sideEdges: sideEdges.sort((x, y) => byCodePoint(x.key, y.key)),
  };
}

/** Organizations that own it over any number of steps, itself included. */
export function ownersOf(ownership: Ownership, organization: number): Set<number> {
  return reach([organization], (at) => ownership.owners[at]!.map((holding) => holding.owner));
}

/** Organizations that these own over any number of steps, themselves included. */
export function ownedBy(ownership: Ownership, organizations: Iterable<number>): Set<number> {
  return reach(organizations, (at) => ownership.owned[at]!);
}

function reach(starts: Iterable<number>, next: (at: number) => readonly number[]): Set<number> {
  const seen = new Set(starts);
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const at of seen) for (const to of next(at)) seen.add(to);
  return seen;
}
