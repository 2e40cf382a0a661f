import type { Desk } from '../access/desk.ts';
import { type Sight, see } from '../access/see.ts';
import { Fault } from '../foundation/fault.ts';
import { parseId } from '../foundation/id.ts';
import { echo } from '../foundation/text.ts';
import type { Tx } from '../graph/graph.service.ts';
import { candidateQuery } from './candidate-query.ts';
import * as store from './check.store.ts';
import { type Prepared, prepare } from './features.ts';
import { type CollectionVerdict, checkItems, decideCollection, type ItemFinding } from './items.ts';
import { judgeMatch } from './judge.ts';
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
}

/** For whom and when something is looked for. */
export type Looking = Pick<Sight, 'now' | 'sights'>;

const TIME_LIMIT_MS = 20_000;
/** Candidates that are judged; more are not looked at. */
const CANDIDATES = 150;
/** From this estimated probability on a match is worth showing. */
const SHOWN = 0.05;
/** From this one on it is likely, so that a person must look. */
const LIKELY = 0.5;
const MOST_ITEMS = 500;
const LONGEST_TEXT = 2_000;

/** Does the data exist already? Changes nothing. Throws `Fault` NOT_FOUND for an unknown organization or place, BAD_INPUT. */
export async function checkCollection(desk: Desk, intent: CollectionIntent): Promise<CollectionCheck> {
  return see(desk, { name: 'checkCollection', limit: TIME_LIMIT_MS }, (tx, sight) => checkWithin(tx, sight, intent));
}

/** The same check within a transaction that the caller opened, for what a viewer may see at a moment. */
export async function checkWithin(tx: Tx, sight: Looking, intent: CollectionIntent): Promise<CollectionCheck> {
  checkIntent(intent);
  const place = await placeFor(tx, intent);
  const names = intent.items.map(({ name }) => name);
  const elements = await store.elementsNamed(tx, names);
  const ids = elements.map(({ id }) => id);
  const offers = await store.offersOf(tx, names, ids, place, sight);
  const everyName = [...new Set([...names, ...elements.flatMap(({ name, aliases }) => [name, ...aliases])])];
  const backflows = await store.backflowsOf(tx, everyName, place, sight);
  const wish = { items: names, subject: intent.subject, area: intent.area };
  const { items, plan, otherArea } = checkItems(wish, offers, backflows, elements);
  const matches = await matchesOf(tx, sight, intent, place, otherArea);
  const likely = matches.some(({ score, relation }) => score >= LIKELY && relation !== 'SIBLING_AREA');
  return { intent, verdict: decideCollection(wish, items, likely), matches, items, plan: plan.chosen };
}

/** Judges datasets whose text is near the intent's, and those that hold its items elsewhere. */
async function matchesOf(
  tx: Tx,
  sight: Looking,
  intent: CollectionIntent,
  place: store.ComparedPlace,
  otherArea: readonly string[],
): Promise<DatasetMatch[]> {
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
  const near = query === null ? [] : await store.candidatesOf(tx, query, place, sight, CANDIDATES);
  const seen = new Set(near.map(({ id }) => id));
  const elsewhere = await store.candidatesWith(
    tx,
    otherArea.filter((id) => !seen.has(id)),
  );
  const apart = new Set(otherArea);
  return [...near, ...elsewhere]
    .filter(({ subject, id }) => apart.has(id) || !intent.subject || !subject || subject === intent.subject)
    .map((row) => {
      const judgment = judgeMatch(judge, asked, prepare(judge.lexicon, { ...row, home: row.home ?? home }));
      const relation = apart.has(row.id) ? ('SIBLING_AREA' as const) : judgment.relation;
      return { ...judgment, dataset: row.id, title: row.title, relation };
    })
    .filter(({ score, dataset }) => score >= SHOWN || apart.has(dataset))
    .sort((a, b) => b.order - a.order || (a.dataset < b.dataset ? -1 : 1))
    .map(({ dataset, title, score, relation, reasons }) => ({ dataset, title, score, relation, reasons }));
}

/** The place whose datasets an intent is compared with. Throws `Fault` NOT_FOUND. */
export async function placeFor(tx: Tx, { organization, jurisdiction }: CollectionIntent): Promise<store.ComparedPlace> {
  let place: store.ComparedPlace = { jurisdiction: null, code: null, agency: null };
  if (organization != null) {
    const id = foldedId(organization, 'Organization');
    place = (id === null ? null : await store.placeOfOrganization(tx, id)) ?? unknown(organization);
  }
  if (jurisdiction == null) return place;
  const id = foldedId(jurisdiction, 'Jurisdiction');
  const { code } = (id === null ? null : await store.codeOfPlace(tx, id)) ?? unknown(jurisdiction);
  return { ...place, jurisdiction: id, code };
}

function foldedId(id: string, type: string): string | null {
  const parsed = parseId(id);
  return parsed?.type === type ? `${type}:${parsed.key}` : null;
}

function unknown(id: string): never {
  throw new Fault('NOT_FOUND', `没有这个机构或行政区：${echo(id)}。No such organization or place: ${echo(id)}`);
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
