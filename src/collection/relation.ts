import type { Comparison, Prepared } from './features.ts';
import type { Token } from './title.ts';

/** Of the found dataset to what is asked for 匹配关系, as in the contract. */
export type MatchRelation = 'SAME' | 'CONTAINS' | 'CONTAINED' | 'OTHER_PERIOD' | 'SIBLING_AREA' | 'OVERLAPS';

/** Below this share of common weight two titles do not speak of the same kind of thing. */
const KINDRED = 0.3;
/** Words left over on one side that weigh less are wording, not meaning. */
const WORDING = 4;
/** On both sides a single character may be all the difference. */
const EXCHANGED = 1.5;
/** 按年龄分, 不同职业的: another breakdown of the same facts. */
const BREAKDOWN = /按.+分|不同/u;

/** Names the relation. Strongest evidence first: time, place, body, class, recorded fact; then what includes what. */
export function relate(asked: Prepared, found: Prepared, seen: Comparison): MatchRelation {
  const { alignment, features } = seen;
  const kindred = features.overlap >= KINDRED;
  if (kindred && seen.period === 'DISJOINT') return 'OTHER_PERIOD';
  if (kindred && (seen.area === 'DISJOINT' || features.bodiesDiffer === 1)) return 'SIBLING_AREA';
  if (features.powersOneSided === 1) return 'OVERLAPS';
  if (alignment.oppositions.length > 0)
    return alignment.oppositions.some((one) => one.relation === 'OVERLAPS') ? 'OVERLAPS' : 'SIBLING_AREA';
  if (alignment.links.some((link) => link.kin === 'SIBLINGS')) return 'SIBLING_AREA';
  const [asks, finds] = [asked.title.core, found.title.core];
  if (alignment.onlyA >= EXCHANGED && alignment.onlyB >= EXCHANGED)
    return sameEnd(asks, finds) && !(BREAKDOWN.test(asks) && BREAKDOWN.test(finds)) ? 'SIBLING_AREA' : 'OVERLAPS';
  const [moreA, moreB] = [alignment.onlyA >= WORDING, alignment.onlyB >= WORDING];
  const facts = hasAspect(alignment.restA) !== hasAspect(alignment.restB) || features.kindsDiffer === 1;
  if ((moreA || moreB) && facts) return 'OVERLAPS';
  if (kindred && seen.period === 'ONE_SIDED') return 'OTHER_PERIOD';
  return included(asked, found, seen, moreA, moreB);
}

function included(asked: Prepared, found: Prepared, seen: Comparison, moreA: boolean, moreB: boolean): MatchRelation {
  const area = seen.area === 'UNKNOWN' ? ofBackflow(asked, found) : seen.area;
  const kin = (name: 'NARROWER' | 'BROADER'): boolean => seen.alignment.links.some((link) => link.kin === name);
  const wider = area === 'CONTAINS' || seen.period === 'CONTAINS' || kin('NARROWER') || moreA;
  const narrower = area === 'CONTAINED' || seen.period === 'CONTAINED' || kin('BROADER') || moreB;
  if (wider && narrower) return area === 'CONTAINS' || area === 'CONTAINED' ? area : 'OVERLAPS';
  return wider ? 'CONTAINS' : narrower ? 'CONTAINED' : 'SAME';
}

/** A backflow covers the whole city; beside it, "the city's bureau" 市某局 without a name is as a rule that of a county-level city. */
function ofBackflow(asked: Prepared, found: Prepared): 'CONTAINS' | 'CONTAINED' | 'UNKNOWN' {
  const [asks, finds] = [asked.title, found.title];
  if (finds.marker === 'BACKFLOW' && finds.area.certain && !asks.area.certain) return 'CONTAINS';
  return asks.marker === 'BACKFLOW' && asks.area.certain && !finds.area.certain ? 'CONTAINED' : 'UNKNOWN';
}

/** Chinese puts the class first and the recorded fact last: an equal end means the difference lies in the class. */
function sameEnd(a: string, b: string): boolean {
  return a.slice(-2) === b.slice(-2);
}

function hasAspect(rest: readonly Token[]): boolean {
  return rest.some((token) => token.role.aspect && token.role.share === 1);
}
