import { type Alignment, alignTokens } from './align.ts';
import type { Lexicon } from './lexicon.ts';
import { type PeriodRelation, relatePeriods } from './period.ts';
import { type PlaceRelation, relatePlaces } from './place.ts';
import { type Title, type TitleContext, understandTitle } from './title.ts';

/** One side of a comparison: an intent 采集意向 or a dataset 数据集. */
export interface Subject extends TitleContext {
  readonly title: string;
  /** Names of items 信息项. */
  readonly columns?: readonly string[] | null;
  /** What one row is about 主体, e.g. 企业. */
  readonly subject?: string | null;
}

/** A side made ready: understood once, compared often. */
export interface Prepared {
  readonly title: Title;
  readonly agency: string;
  readonly columns: ReadonlySet<string>;
  readonly subject: string | null;
  /** Pairs of neighbouring characters of the whole title. */
  readonly bigrams: ReadonlySet<string>;
  /** Weight of the whole core. */
  readonly weight: number;
}

/** All that is seen of a pair before judging it. `a` is what is asked for, `b` what was found. */
export interface Comparison {
  readonly alignment: Alignment;
  /** Of found to asked. */
  readonly area: PlaceRelation;
  readonly period: PeriodRelation;
  readonly bodies: 'SAME' | 'DIFFERENT' | 'ONE_SIDED' | 'NONE';
  readonly columnOverlap: number | null;
  readonly features: Features;
}

/** What the model weighs; all between 0 and 1. */
export type Features = Readonly<Record<FeatureName, number>>;

export const FEATURES = [
  'sameTitle',
  'sameCore',
  'titleOverlap',
  'overlap',
  'substitution',
  'extra',
  'oneSided',
  'shortCore',
  'linked',
  'siblings',
  'opposed',
  'numbersDiffer',
  'aspectDiffers',
  'aspectExtra',
  'areaEqual',
  'areaWithin',
  'areaApart',
  'areaUnknown',
  'periodApart',
  'periodWithin',
  'periodOneSided',
  'bodiesDiffer',
  'kindsDiffer',
  'powersOneSided',
  'systemsDiffer',
  'columnsShared',
  'columnsApart',
  'likeness',
] as const;
/** One thing seen of a pair. */
export type FeatureName = (typeof FEATURES)[number];

/** Understands one side. */
export function prepare(lexicon: Lexicon, subject: Subject): Prepared {
  const title = understandTitle(lexicon, subject.title, subject);
  const columns = (subject.columns ?? []).map((column) => lexicon.thesaurus.concept(lexicon.fold(column)));
  return {
    title,
    agency: lexicon.fold(subject.agency ?? ''),
    columns: new Set(columns),
    subject: subject.subject ? lexicon.thesaurus.concept(lexicon.fold(subject.subject)) : null,
    bigrams: bigramsOf(title.plain),
    weight: title.tokens.reduce((sum, token) => sum + token.weight, 0),
  };
}

/** Compares what is asked for with what was found. `likeness`: cosine of embeddings, when there are any. */
export function compare(
  lexicon: Lexicon,
  asked: Prepared,
  found: Prepared,
  likeness: number | null = null,
): Comparison {
  const alignment = alignTokens(lexicon, asked.title.tokens, found.title.tokens);
  const area = relatePlaces(found.title.area, asked.title.area);
  const period = relatePeriods(found.title.period, asked.title.period);
  const bodies = relateBodies(asked.title, found.title);
  const columnOverlap = overlapOf(asked.columns, found.columns);
  const seen = { alignment, area, period, bodies, columnOverlap };
  return { ...seen, features: measure(asked, found, seen, likeness) };
}

function measure(
  asked: Prepared,
  found: Prepared,
  seen: Omit<Comparison, 'features'>,
  likeness: number | null,
): Features {
  const { alignment: al, area, period, bodies, columnOverlap } = seen;
  const total = al.shared + al.linked + al.onlyA + al.onlyB || 1;
  const [a, b] = [asked.title, found.title];
  const sameCore = a.core === b.core || (al.onlyA + al.onlyB + al.linked < 0.5 && al.oppositions.length === 0);
  const least = Math.min(al.onlyA, al.onlyB);
  const most = Math.max(al.onlyA, al.onlyB);
  const overlap = (al.shared + 0.7 * al.linked) / total;
  const aspects = [al.restA, al.restB].map(
    (rest) => rest.filter((token) => token.role.aspect && token.role.share === 1).length,
  );
  const [aspectsA = 0, aspectsB = 0] = aspects;
  const subjectsAgree = overlap > 0.5 && (area === 'EQUAL' || area === 'UNKNOWN');
  return {
    sameTitle: flag(a.plain === b.plain),
    sameCore: flag(sameCore),
    titleOverlap: bigramOverlap(asked.bigrams, found.bigrams),
    overlap,
    substitution: saturate(least, 6),
    extra: saturate(most, 10),
    oneSided: flag(least < 0.5 && most >= 0.5),
    shortCore: saturate(12, Math.min(asked.weight, found.weight)),
    linked: al.linked / total,
    siblings: flag(al.links.some((link) => link.kin === 'SIBLINGS')),
    opposed: flag(al.oppositions.length > 0),
    numbersDiffer: flag(a.numbers.join() !== b.numbers.join()),
    aspectDiffers: flag(aspectsA > 0 && aspectsB > 0),
    aspectExtra: flag(aspectsA > 0 !== aspectsB > 0),
    areaEqual: flag(area === 'EQUAL'),
    areaWithin: flag(area === 'CONTAINS' || area === 'CONTAINED'),
    areaApart: flag(area === 'DISJOINT'),
    areaUnknown: flag(area === 'UNKNOWN'),
    periodApart: flag(period === 'DISJOINT'),
    periodWithin: flag(period === 'CONTAINS' || period === 'CONTAINED'),
    periodOneSided: flag(period === 'ONE_SIDED'),
    bodiesDiffer: flag(bodies === 'DIFFERENT' || (bodies === 'SAME' && area !== 'EQUAL' && area !== 'UNKNOWN')),
    kindsDiffer: kindDistance(a.kinds, b.kinds),
    powersOneSided: flag(a.kinds.includes('powers') !== b.kinds.includes('powers') && hasAct(al, a, b)),
    systemsDiffer: flag((a.system === null) !== (b.system === null) || a.system !== b.system),
    columnsShared: subjectsAgree ? (columnOverlap ?? 0) : 0,
    columnsApart: flag(subjectsAgree && columnOverlap !== null && columnOverlap < 0.05),
    likeness: likeness ?? 0,
  };
}

function hasAct(alignment: Alignment, a: Title, b: Title): boolean {
  return alignment.shared > 0 && a.tokens.some((token) => token.role.act) && b.tokens.some((token) => token.role.act);
}

/** Share of kinds that only one side names; plain registers 名录 count as no kind. */
function kindDistance(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a, b].map((kinds) => kinds.filter((kind) => kind !== 'register' && kind !== 'powers'));
  const all = new Set([...(left ?? []), ...(right ?? [])]);
  if (all.size === 0) return 0;
  return [...all].filter((kind) => left?.includes(kind) !== right?.includes(kind)).length / all.size;
}

function relateBodies(a: Title, b: Title): Comparison['bodies'] {
  if (a.body === null && b.body === null) return 'NONE';
  if (a.body === null || b.body === null) return a.ofAgency && b.ofAgency ? 'DIFFERENT' : 'ONE_SIDED';
  return a.body === b.body ? 'SAME' : 'DIFFERENT';
}

/** Jaccard measure of two sets of items; null when one is unknown. */
function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number | null {
  if (a.size === 0 || b.size === 0) return null;
  let both = 0;
  for (const name of a) if (b.has(name)) both++;
  return both / (a.size + b.size - both);
}

function bigramsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}

/** Dice measure. */
function bigramOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const pair of a) if (b.has(pair)) both++;
  return (2 * both) / (a.size + b.size || 1);
}

function saturate(value: number, half: number): number {
  return value <= 0 ? 0 : value / (value + half);
}

function flag(condition: boolean): number {
  return condition ? 1 : 0;
}
