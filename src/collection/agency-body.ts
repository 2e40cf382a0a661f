import { type AgencyDecision, type AgencyName, readAgencyName, relateNames } from './agency-name.ts';
import type { AgencyWord } from './agency-verdict.ts';
import type { Lexicon } from './lexicon.ts';
import { trimCode } from './place.ts';
import { placeIn } from './title-area.ts';

/** How an organization, or a name, lies to an organization 机构关系; AMBIGUOUS: a person must say. */
export type BodyRelation = AgencyWord | 'AMBIGUOUS';

/** How sure that is 把握程度: on record or decided; by the rules of names; the district or more is wanted. */
export type Confidence = 'CERTAIN' | 'LIKELY' | 'UNSURE';

/** A jurisdiction as names are understood by it. */
export interface NamedPlace {
  readonly name: string | null;
  /** Its division code, and that of the place it lies in. */
  readonly code: string | null;
  readonly outerCode: string | null;
}

/** A registered organization as names are compared. */
export interface AgencyBody {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly uscc: string | null;
  /** Id of its jurisdiction. */
  readonly jurisdiction: string | null;
  readonly place: NamedPlace;
  /** Ids. */
  readonly parent: string | null;
  readonly succeededBy: string | null;
}

/** An organization whose names were understood. */
export interface ReadBody extends AgencyBody {
  /** Division code of its city, or of its province; empty when not known. */
  readonly home: string;
  /** What its names are compared with: its own name first, then its aliases, all folded. */
  readonly spellings: readonly string[];
  readonly readings: readonly AgencyName[];
}

/** How the second of two lies to the first, and why. */
export interface RelatedBodies {
  readonly relation: BodyRelation;
  readonly confidence: Confidence;
  /** For people: Chinese, then English. */
  readonly reasons: readonly string[];
  /** The registry itself says so: nobody needs to decide it. */
  readonly registered: boolean;
}

/**
 * The code of the city, or province, that a place belongs to, empty when not known, and the district that it is, if it is one. A
 * place without a code goes by its name where that is a city's, else it is part of the place it lies in.
 */
export function situate(lexicon: Lexicon, { name, code, outerCode }: NamedPlace) {
  const own = code ?? (name === null ? null : lexicon.places.cityCode(lexicon.fold(name)));
  if (own === null) return { home: trimCode(outerCode ?? '').slice(0, 4), district: outerCode === null ? null : name };
  const trimmed = trimCode(own);
  return { home: trimmed.slice(0, 4), district: trimmed.length === 6 ? name : null };
}

/** Understands all names of an organization. Its district decides where a name does not say; its city alone does not. */
export function readBody(lexicon: Lexicon, body: AgencyBody): ReadBody {
  const { home, district } = situate(lexicon, body.place);
  const own = readAgencyName(lexicon, body.name, home, district);
  const area = own.area?.name ?? district;
  const aliases = body.aliases.map((alias) => readAgencyName(lexicon, alias, home, area));
  const spellings = [body.name, ...body.aliases].map(lexicon.fold);
  return { ...body, home, spellings, readings: [own, ...aliases] };
}

/** How organization `b` lies to organization `a`: what is on record first, then names. */
export function relateOrganizations(lexicon: Lexicon, a: ReadBody, b: ReadBody): RelatedBodies {
  if (a.succeededBy === b.id) return onRecord('SUCCESSOR', '登记的承接单位 on record as successor');
  if (b.succeededBy === a.id) return onRecord('PREDECESSOR', '登记的承接单位 on record as successor');
  if (b.parent === a.id) return onRecord('SUBORDINATE', '登记的上级单位 on record as part of it');
  if (a.parent === b.id) return onRecord('SUPERIOR', '登记的上级单位 on record as part of it');
  const codes = [a.uscc, b.uscc].map((uscc) => uscc?.trim().toUpperCase() ?? null);
  if (codes[0] !== null && codes[0] === codes[1])
    return { relation: 'SAME', confidence: 'CERTAIN', reasons: ['统一社会信用代码相同 same code'], registered: false };
  const found = relateReadings(lexicon, a, b, b.home);
  const twoCodes = codes[0] !== null && codes[1] !== null;
  if (found.relation !== 'SAME' || !twoCodes) return found;
  const reasons = [...found.reasons, '统一社会信用代码不同 their codes differ'];
  return { relation: 'AMBIGUOUS', confidence: 'UNSURE', reasons, registered: false };
}

/** How a body lies to what goes by some names, by these names alone; the first of each decides unless it leaves things open. */
export function relateReadings(
  lexicon: Lexicon,
  a: Pick<ReadBody, 'spellings' | 'readings'>,
  b: Pick<ReadBody, 'spellings' | 'readings'>,
  home: string,
): RelatedBodies {
  const decided = a.readings.flatMap((one, i) =>
    b.readings.map((other, j) => {
      const [x, y] = [a.spellings[i]!, b.spellings[j]!];
      const isNamesake = x === y && isProper(lexicon, x, one, home) && isProper(lexicon, y, other, home);
      const decision = isNamesake ? NAMESAKE : relateNames(lexicon, one, other, home);
      return { decision, by: i === 0 && j === 0 ? null : `${x}／${y}` };
    }),
  );
  const first = decided[0]!;
  const isSettled = first.decision.relation !== 'AMBIGUOUS' && first.decision.relation !== 'DIFFERENT';
  const best = isSettled ? first : decided.toSorted((x, y) => strengthOf(x.decision) - strengthOf(y.decision))[0]!;
  const { relation, which, reason } = best.decision;
  return {
    relation: directed(relation, which),
    confidence: relation === 'AMBIGUOUS' ? 'UNSURE' : 'LIKELY',
    reasons: best.by === null ? [reason] : [reason, `按别名比对：${best.by} by an alias`],
    registered: false,
  };
}

const NAMESAKE: AgencyDecision = { relation: 'SAME', which: null, reason: '名称相同 same name' };

/** A name that is one body's alone although it begins with no area: a company's, or one with a place inside. */
function isProper(lexicon: Lexicon, spelling: string, { area, vague }: AgencyName, home: string): boolean {
  if (vague !== null || area !== null) return false;
  return /公司(?:\([^()]*\))?$/u.test(spelling) || placeIn(lexicon, spelling, home) !== null;
}

function directed(relation: AgencyDecision['relation'], which: AgencyDecision['which']): BodyRelation {
  if (which !== 'A') return relation;
  return relation === 'SUCCESSOR' ? 'PREDECESSOR' : 'SUPERIOR';
}

const STRENGTH = ['SAME', 'SUCCESSOR', 'SUBORDINATE', 'AMBIGUOUS', 'DIFFERENT'];

function strengthOf({ relation }: AgencyDecision): number {
  return STRENGTH.indexOf(relation);
}

function onRecord(relation: BodyRelation, reason: string): RelatedBodies {
  return { relation, confidence: 'CERTAIN', reasons: [reason], registered: true };
}
