import type { Desk } from '../access/desk.ts';
import { type Sight, see } from '../access/see.ts';
import { Fault } from '../foundation/fault.ts';
import type { Tx } from '../graph/graph.service.ts';
import { candidateQuery, queriedBy } from './candidate-query.ts';
import * as store from './check.store.ts';
import { placeFor } from './compared-place.ts';
import { type Prepared, prepare } from './features.ts';
import { fuseRanks } from './fusion.ts';
import { type CollectionVerdict, checkItems, decideCollection, type ItemFinding } from './items.ts';
import { judgeMatch } from './judge.ts';
import { type NearTitles, nearTitles } from './near-titles.ts';
import type { MatchRelation } from './relation.ts';
import { committedJudge } from './seed.ts';

/** What an organization plans to collect 采集意向. */
export interface CollectionIntent {
  /** Id of the organization. */
  readonly organization?: string | null;
  readonly title: string;
  readonly purpose?: string | null;
  /** What one row is about, e.g. 企业. */
  readonly subject?: string | null;
  readonly area?: string | null;
  readonly period?: string | null;
  readonly items: readonly { readonly name: string; readonly definition?: string | null }[];
  /** Id of the place whose datasets are compared; default the organization's, else all. */
  readonly jurisdiction?: string | null;
}

/** A dataset that may hold what is asked for. */
export interface DatasetMatch {
  readonly dataset: string;
  readonly title: string;
  /** 0 to 1: the estimated probability that the two hold the same or containing data. */
  readonly score: number;
  readonly relation: MatchRelation;
  readonly reasons: readonly string[];
}

/** Where candidates come from 候选来源. */
export type CandidateSource = 'FULL_TEXT' | 'STRIPPED_TITLES' | 'SYNONYMS' | 'ELEMENTS' | 'EMBEDDINGS';

/** Whether what is planned exists already 收集前查重. All by id. */
export interface CollectionCheck {
  /** What was asked. */
  readonly intent: CollectionIntent;
  readonly verdict: CollectionVerdict;
  /** Best first. */
  readonly matches: readonly DatasetMatch[];
  readonly items: readonly ItemFinding[];
  /** Smallest set of existing datasets that gives every obtainable item. */
  readonly plan: readonly string[];
  /** Where candidates were looked for. */
  readonly sources: readonly CandidateSource[];
  /** Where they would have been looked for too, had it been at hand. */
  readonly missingSources: readonly CandidateSource[];
}

/** For whom and when something is looked for. */
export type Looking = Pick<Sight, 'now' | 'sights'>;

const TIME_LIMIT_MS = 20_000;
/** Candidates that are judged; more are not looked at. */
const CANDIDATES = 150;
/** From this estimated probability on a match is worth showing. */
const SHOWN = 0.05;
/** So many of those nearest in meaning are shown however little their words tell: a person sees what words do not. */
const NEAREST_SHOWN = 5;
/** From this one on it is likely, so that a person must look. */
const LIKELY = 0.5;
const NEAR_IN_MEANING = '名称语义相近（向量检索）。Near in meaning, by embeddings.';
const MOST_ITEMS = 500;
const LONGEST_TEXT = 2_000;

/** Does the data exist already? Changes nothing. Throws `Fault` NOT_FOUND for an unknown organization or place, BAD_INPUT. */
export async function checkCollection(desk: Desk, intent: CollectionIntent): Promise<CollectionCheck> {
  const near = await nearOf(desk, intent);
  return see(desk, { name: 'checkCollection', limit: TIME_LIMIT_MS }, (tx, sight) =>
    checkWithin(tx, sight, intent, near),
  );
}

/** What a check has to be given that is asked for outside of its transaction: titles near in meaning. Throws `Fault` BAD_INPUT. */
export async function nearOf(desk: Desk, intent: CollectionIntent): Promise<NearTitles | undefined> {
  checkIntent(intent);
  return nearTitles(desk, intent);
}

/** The same check within a transaction that the caller opened, for what a viewer may see at a moment. */
export async function checkWithin(
  tx: Tx,
  sight: Looking,
  intent: CollectionIntent,
  near: NearTitles | undefined,
): Promise<CollectionCheck> {
  const place = await placeFor(tx, intent);
  const names = intent.items.map(({ name }) => name);
  const elements = await store.elementsNamed(tx, names);
  const ids = elements.map(({ id }) => id);
  const kind = Boolean(intent.subject || intent.area);
  const offers = await store.offersOf(tx, { names, elements: ids, kind }, place, sight);
  const everyName = [...new Set([...names, ...elements.flatMap(({ name, aliases }) => [name, ...aliases])])];
  const backflows = await store.backflowsOf(tx, everyName, place, sight);
  const wish = { items: names, subject: intent.subject, area: intent.area };
  const { items, plan, otherArea } = checkItems(wish, offers, backflows, elements);
  const { matches, sources } = await matchesOf(tx, sight, intent, { place, otherArea, near: near ?? [] });
  const likely = matches.some(({ score, relation }) => score >= LIKELY && relation !== 'SIBLING_AREA');
  return {
    intent,
    verdict: decideCollection(wish, items, likely),
    matches,
    items,
    plan: plan.chosen,
    sources: [
      ...sources,
      ...(names.length > 0 ? (['ELEMENTS'] as const) : []),
      ...(near ? (['EMBEDDINGS'] as const) : []),
    ],
    missingSources: near === null ? ['EMBEDDINGS'] : [],
  };
}

/** Where matches are looked for beside the full text. */
interface Around {
  readonly place: store.ComparedPlace;
  /** Datasets that hold the items elsewhere. */
  readonly otherArea: readonly string[];
  /** Datasets near in meaning. */
  readonly near: readonly string[];
}

/** Judges datasets whose text or meaning is near the intent's, and those that hold its items elsewhere. */
async function matchesOf(
  tx: Tx,
  sight: Looking,
  intent: CollectionIntent,
  { place, otherArea, near }: Around,
): Promise<{ matches: DatasetMatch[]; sources: CandidateSource[] }> {
  const judge = committedJudge();
  const home = place.code ?? '';
  const asked: Prepared = prepare(judge.lexicon, {
    title: intent.title,
    home,
    agency: place.agency,
    area: intent.area,
    period: intent.period,
    subject: intent.subject,
    columns: intent.items.map(({ name }) => name),
  });
  const query = candidateQuery(judge.lexicon, asked);
  const worded = query === null ? [] : await store.candidatesOf(tx, query, place, sight, CANDIDATES);
  const found = near.length === 0 ? worded : await fused(tx, sight, place, worded, near);
  const seen = new Set(found.map(({ id }) => id));
  const elsewhere = await store.candidatesWith(
    tx,
    otherArea.filter((id) => !seen.has(id)),
  );
  const apart = new Set(otherArea);
  const nearest = new Set(near.filter((id) => seen.has(id)).slice(0, NEAREST_SHOWN));
  const matches = [...found, ...elsewhere]
    .filter(({ subject, id }) => apart.has(id) || !intent.subject || !subject || subject === intent.subject)
    .map((row) => {
      const judgment = judgeMatch(judge, asked, prepare(judge.lexicon, { ...row, home: row.home ?? home }));
      const relation = apart.has(row.id) ? ('SIBLING_AREA' as const) : judgment.relation;
      const reasons = nearest.has(row.id) ? [...judgment.reasons, NEAR_IN_MEANING] : judgment.reasons;
      return { ...judgment, dataset: row.id, title: row.title, relation, reasons };
    })
    .filter(({ score, dataset }) => score >= SHOWN || apart.has(dataset) || nearest.has(dataset))
    .sort((a, b) => b.order - a.order || (a.dataset < b.dataset ? -1 : 1))
    .map(({ dataset, title, score, relation, reasons }) => ({ dataset, title, score, relation, reasons }));
  return { matches, sources: query === null ? [] : queriedBy(judge.lexicon, asked) };
}

type Candidate = Awaited<ReturnType<typeof store.candidatesOf>>[number];

/** The best of those found by their words and of those near in meaning, as they stand in this transaction. */
async function fused(
  tx: Tx,
  sight: Looking,
  place: store.ComparedPlace,
  worded: readonly Candidate[],
  near: readonly string[],
): Promise<Candidate[]> {
  const rows = new Map(worded.map((row) => [row.id, row]));
  const others = near.filter((id) => !rows.has(id));
  for (const row of await store.candidatesAmong(tx, others, place, sight)) rows.set(row.id, row);
  const standing = near.filter((id) => rows.has(id));
  return fuseRanks([worded.map(({ id }) => id), standing], CANDIDATES).map((id) => rows.get(id)!);
}

function checkIntent({ items, ...intent }: CollectionIntent): void {
  const { title } = intent;
  if (title.trim() === '' || title.length > LONGEST_TEXT)
    throw new Fault('BAD_INPUT', '拟收集数据的名称应为 1 至 2000 字。title must have 1 to 2000 characters.');
  if (items.length > MOST_ITEMS)
    throw new Fault('BAD_INPUT', `信息项最多 ${MOST_ITEMS} 个。At most ${MOST_ITEMS} items can be asked for at once.`);
  if (items.some(({ name }) => name.trim() === '' || name.length > LONGEST_TEXT))
    throw new Fault('BAD_INPUT', '信息项名称不能为空或过长。Item names must not be empty or too long.');
  const texts = [...Object.values(intent), ...items.flatMap(({ name, definition }) => [name, definition])];
  if (texts.some((said) => said != null && (said.length > LONGEST_TEXT || !said.isWellFormed())))
    throw new Fault('BAD_INPUT', '文字过长或者不是合法文本。A text is longer than 2000 characters or no Unicode.');
}
