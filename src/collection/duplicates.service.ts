import type { Desk } from '../access/desk.ts';
import { isAllowed } from '../identity/allowed.ts';
import type { Viewer } from '../identity/viewer.ts';
import { oneBodyFor } from './agency-verdict.service.ts';
import { askedPlaces } from './asked-places.ts';
import type { OneBody } from './one-body.ts';
import { askedOrganization, behind, cursorOf, pageOf, pageSize } from './pair-cursor.ts';
import { type LikelyPair, scoredPair } from './pair-stock.ts';
import { isQueued, type Queue, standingIn, type ToldStanding } from './standing.ts';
import { duplicateStock, LOWEST_SCORE, type Side, type StockSides } from './stock.ts';
import { verdictsByPair } from './verdict.service.ts';

/** Which duplicates are asked for. */
export interface DuplicateQuestion {
  /** Id of an organization that answers for one of the two, or counts as one body with who does. */
  readonly organization?: string | null;
  /** Id of a jurisdiction: one of the two lies in it or under it. */
  readonly jurisdiction?: string | null;
  /** Only pairs whose providers count as one body, or only those of two bodies. */
  readonly sameProvider?: boolean | null;
  /** Only pairs of which the viewer may judge a side. */
  readonly mine?: boolean | null;
  /** Open pairs, judged ones, or all. */
  readonly queue?: Queue | null;
  /** Lowest estimated probability; pairs under 0.3 are never listed. */
  readonly minScore?: number | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A pair with what people found of it 疑似重复. */
export interface ListedDuplicates extends LikelyPair {
  readonly standing: ToldStanding;
}

/** One page of pairs, surest first. */
export interface DuplicatePage {
  readonly edges: readonly { readonly cursor: string; readonly pair: ListedDuplicates }[];
  readonly hasNextPage: boolean;
  /** How many pairs there are on all pages; goes through the whole list. */
  readonly count: () => number;
}

/** Less than an answer may take, so that whoever asks hears why. */
const TIME_LIMIT_MS = 45_000;

/** Pairs of datasets that look like duplicates of each other 疑似重复, surest first. Throws `Fault` BAD_INPUT, TIME_LIMIT. */
export async function duplicatesOf(desk: Desk, question: DuplicateQuestion): Promise<DuplicatePage> {
  const first = pageSize(question.first);
  const id = askedOrganization(question.organization);
  const queue = question.queue ?? 'ALL';
  const lowest = question.minScore ?? LOWEST_SCORE;
  const isBehind = behind(question.after);
  const places = await askedPlaces(desk, question.jurisdiction);
  const oneBody = id === null && question.sameProvider == null ? null : await oneBodyFor(desk);
  const organizations = id === null ? null : new Set(oneBody!.membersOf(id));
  const verdicts = await verdictsByPair(desk);
  const { pairs, sides, isSeen } = await duplicateStock(desk, TIME_LIMIT_MS);
  const isListed = (pair: LikelyPair): boolean => {
    if (pair.judgment.score < lowest || !isSeen(pair)) return false;
    const [a, b] = [sides.get(pair.a)!, sides.get(pair.b)!];
    if (places !== null && ![a, b].some(({ place }) => place !== null && places.has(place))) return false;
    if (question.sameProvider != null && isOneProvider(oneBody!, a, b) !== question.sameProvider) return false;
    const own = ownOf(pair, sides, organizations, question.mine === true ? desk.viewer : null);
    const asked = own === null || own.length > 0;
    return asked && (queue === 'ALL' || isQueued(queue, standingIn(verdicts, pair.a, pair.b), own));
  };
  const { page, hasNextPage } = pageOf(pairs, (pair) => isBehind(scoredPair(pair)) && isListed(pair), first);
  return {
    edges: page.map((pair) => {
      const standing = standingIn(verdicts, pair.a, pair.b);
      return { cursor: cursorOf(scoredPair(pair)), pair: { ...pair, standing } };
    }),
    hasNextPage,
    count: () => pairs.filter(isListed).length,
  };
}

function isOneProvider(oneBody: OneBody, a: Pick<Side, 'organization'>, b: Pick<Side, 'organization'>): boolean {
  return a.organization !== null && b.organization !== null && oneBody.isOne(a.organization, b.organization);
}

/** Datasets of a pair that the asker answers for; null when nobody in particular asks. */
function ownOf(
  { a, b }: LikelyPair,
  sides: StockSides,
  organizations: ReadonlySet<string> | null,
  viewer: Viewer | null,
) {
  if (organizations === null && viewer === null) return null;
  return [a, b].filter((id) => {
    const { organization: owner = null, place = null } = sides.get(id) ?? {};
    const scope = { organization: owner, jurisdictions: place === null ? [] : [place] };
    return (
      (organizations === null || (owner !== null && organizations.has(owner))) &&
      (viewer === null || isAllowed(viewer, 'duplicate:judge', [scope]))
    );
  });
}
