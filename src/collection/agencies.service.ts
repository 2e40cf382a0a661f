import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { Fault } from '../foundation/fault.ts';
import { idOfType } from '../foundation/id.ts';
import { echo } from '../foundation/text.ts';
import { isAllowed } from '../identity/allowed.ts';
import { sightsOf } from '../identity/sights.ts';
import type { Viewer } from '../identity/viewer.ts';
import { type BodyRelation, relateOrganizations, situate } from './agency-body.ts';
import type { AgencyPair } from './agency-pairs.ts';
import { type AgencyStock, agencyStock, type StockBody } from './agency-stock.ts';
import { agencyVerdictsByPair, oneBodyFor, scopeOfBody } from './agency-verdict.service.ts';
import type { AgencyWord } from './agency-verdict.ts';
import { askedPlaces } from './asked-places.ts';
import { codeOfPlace } from './check.store.ts';
import type { Lexicon } from './lexicon.ts';
import { askedOrganization, behind, bySurety, cursorOf, pageSize, type Scored } from './pair-cursor.ts';
import { type AgencyResolution, resolveName } from './resolve-agency.ts';
import { committedJudge } from './seed.ts';
import { isQueued, type Queue, standingIn, type ToldStanding } from './standing.ts';

/** A name that is to be understood, with what is known of where it stands. */
export interface AgencyQuestion {
  readonly name: string;
  /** The district said beside it, in words. */
  readonly district?: string | null;
  /** Id of the place whose list it stands in; default the viewer's own. */
  readonly jurisdiction?: string | null;
}

/** Which pairs of organizations are asked for. */
export interface AgencyPairQuestion {
  /** Id of one of the two. */
  readonly organization?: string | null;
  /** Only pairs of which the viewer may judge a side. */
  readonly mine?: boolean | null;
  /** Id of a jurisdiction that one of the two belongs to. */
  readonly jurisdiction?: string | null;
  readonly relation?: BodyRelation | null;
  readonly queue?: Queue | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A pair with what people found of it. */
export interface ListedAgencies extends AgencyPair {
  readonly standing: ToldStanding<AgencyWord>;
}

/** One page of pairs, the likeliest to be one body first. */
export interface AgencyPage {
  readonly edges: readonly { readonly cursor: string; readonly pair: ListedAgencies }[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

const LONGEST_NAME = 200;

/** Which registered organizations a name may mean 机构名称解析. Changes nothing. Throws `Fault` BAD_INPUT, NOT_FOUND for an unknown place. */
export async function resolveAgency(desk: Desk, question: AgencyQuestion): Promise<AgencyResolution> {
  const { name, district = null } = question;
  for (const said of [name, district ?? '-'])
    if (said.trim() === '' || said.length > LONGEST_NAME || !said.isWellFormed())
      throw new Fault(
        'BAD_INPUT',
        '名称或区划为空、过长或不是合法文本。A name or district is empty, too long or no Unicode.',
      );
  const { lexicon } = committedJudge();
  const asked = { name, district, home: '', ...(await contextOf(desk, lexicon, question)) };
  const stock = await agencyStock(desk);
  return resolveName(lexicon, asked, [...stock.bodies.values()], await oneBodyFor(desk));
}

/**
 * Pairs of organizations that may be one body and are for somebody to decide 待认定机构: those that concern the viewer, as one
 * of the two, as the authority or government over one, or as who sees everything. Throws `Fault` BAD_INPUT.
 */
export async function agencyPairsOf(desk: Desk, question: AgencyPairQuestion): Promise<AgencyPage> {
  const first = pageSize(question.first);
  const organization = askedOrganization(question.organization);
  const queue = question.queue ?? 'OPEN';
  const verdicts = await agencyVerdictsByPair(desk);
  const stock = await agencyStock(desk);
  const places = await askedPlaces(desk, question.jurisdiction);
  const listed = [...stock.pairs(), ...judgedElsewhere(stock, [...verdicts.keys()])].flatMap(
    (pair): ListedAgencies[] => {
      const sides = [stock.bodies.get(pair.a)!, stock.bodies.get(pair.b)!];
      if (!sides.some((side) => concerns(desk.viewer, side))) return [];
      if (organization !== null && !sides.some(({ id }) => id === organization)) return [];
      if (places !== null && !sides.some(({ seen: { place } }) => place !== null && places.has(place))) return [];
      if (question.relation != null && pair.relation !== question.relation) return [];
      const own =
        question.mine === true ? sides.filter((side) => mayJudge(desk.viewer, side)).map(({ id }) => id) : null;
      if (own?.length === 0) return [];
      const standing = standingIn(verdicts, pair.a, pair.b);
      const asker = own ?? (organization === null ? null : [organization]);
      return isQueued(queue, standing, asker) ? [{ ...pair, standing }] : [];
    },
  );
  const isBehind = behind(question.after);
  const sorted = listed.map((pair) => ({ pair, at: ranked(pair) })).sort((x, y) => bySurety(x.at, y.at));
  const rest = sorted.filter(({ at }) => isBehind(at));
  return {
    edges: rest.slice(0, first).map(({ pair, at }) => ({ cursor: cursorOf(at), pair })),
    hasNextPage: rest.length > first,
    totalCount: listed.length,
  };
}

/** The city whose list a name stands in, and the district where that list is a district's. */
async function contextOf(desk: Desk, lexicon: Lexicon, { jurisdiction, district }: AgencyQuestion) {
  const said = jurisdiction ?? desk.viewer.jurisdiction;
  if (said === null) return {};
  const id = idOfType('Jurisdiction', said) ?? '';
  const place = await see(desk, { name: 'place', limit: 10_000 }, (tx) => codeOfPlace(tx, id));
  if (place === null) throw new Fault('NOT_FOUND', `没有这个行政区：${echo(said)}。There is no such jurisdiction.`);
  const { home, district: own } = situate(lexicon, place);
  return { home, district: district ?? own };
}

/** Whom a pair is for: one of the two, who is over one of them, and who sees everything. */
function concerns(viewer: Viewer, { seen: { id, place } }: StockBody): boolean {
  const { everything, own, under } = sightsOf(viewer);
  return everything || own.includes(id) || (place !== null && under.includes(place));
}

/** Whether somebody may speak for an organization. */
function mayJudge(viewer: Viewer, body: StockBody): boolean {
  return isAllowed(viewer, 'agency:judge', [scopeOfBody(body.seen)]);
}

const RANKS: readonly BodyRelation[] = [
  'SAME',
  'SUCCESSOR',
  'PREDECESSOR',
  'AMBIGUOUS',
  'SUBORDINATE',
  'SUPERIOR',
  'DIFFERENT',
];

/** Where a pair stands in the list: the likeliest to be one body first. */
function ranked({ a, b, relation }: AgencyPair): Scored {
  return { a, b, score: -RANKS.indexOf(relation) };
}

/** Pairs that somebody judged although names tell them apart, or the registry relates them. */
function judgedElsewhere(stock: AgencyStock, judged: readonly string[]): AgencyPair[] {
  const known = new Set(stock.pairs().map(({ a, b }) => `${a}\n${b}`));
  return judged.flatMap((name) => {
    const [a, b] = name.split('\n').map((id) => stock.bodies.get(id));
    if (known.has(name) || a === undefined || b === undefined) return [];
    return [{ a: a.id, b: b.id, ...relateOrganizations(committedJudge().lexicon, a, b) }];
  });
}
