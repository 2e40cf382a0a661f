import type { Desk } from '../access/desk.ts';
import { isAllowed } from '../identity/allowed.ts';
import type { Viewer } from '../identity/viewer.ts';
import { askedOrganization, behind, cursorOf, pageOf, pageSize } from './pair-cursor.ts';
import { type LikelyPair, scoredPair } from './pair-stock.ts';
import { isQueued, type Queue, standingIn, type ToldStanding } from './standing.ts';
import { duplicateStock, LOWEST_SCORE, type StockSides } from './stock.ts';
import { verdictsByPair } from './verdict.service.ts';

/** Which duplicates are asked for. */
export interface DuplicateQuestion {
  /** Id of an organization that answers for one of the two. */
  readonly organization?: string | null;
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
}

/** Less than an answer may take, so that whoever asks hears why. */
const TIME_LIMIT_MS = 45_000;

/** Pairs of datasets that look like duplicates of each other 疑似重复, surest first. Throws `Fault` BAD_INPUT, TIME_LIMIT. */
export async function duplicatesOf(desk: Desk, question: DuplicateQuestion): Promise<DuplicatePage> {
  const first = pageSize(question.first);
  const id = askedOrganization(question.organization);
  const queue = question.queue ?? 'ALL';
  const lowest = question.minScore ?? LOWEST_SCORE;
  const verdicts = await verdictsByPair(desk);
  const isBehind = behind(question.after);
  const { pairs, sides, isSeen } = await duplicateStock(desk, TIME_LIMIT_MS);
  const isWanted = (pair: LikelyPair): boolean => {
    if (pair.judgment.score < lowest || !isBehind(scoredPair(pair)) || !isSeen(pair)) return false;
    const own = ownOf(pair, sides, id, question.mine === true ? desk.viewer : null);
    const asked = own === null || own.length > 0;
    return asked && (queue === 'ALL' || isQueued(queue, standingIn(verdicts, pair.a, pair.b), own));
  };
  const { page, hasNextPage } = pageOf(pairs, isWanted, first);
  return {
    edges: page.map((pair) => {
      const standing = standingIn(verdicts, pair.a, pair.b);
      return { cursor: cursorOf(scoredPair(pair)), pair: { ...pair, standing } };
    }),
    hasNextPage,
  };
}

/** Datasets of a pair that the asker answers for; null when nobody in particular asks. */
function ownOf({ a, b }: LikelyPair, sides: StockSides, organization: string | null, viewer: Viewer | null) {
  if (organization === null && viewer === null) return null;
  return [a, b].filter((id) => {
    const { organization: owner = null, place = null } = sides.get(id) ?? {};
    const scope = { organization: owner, jurisdictions: place === null ? [] : [place] };
    return (
      (organization === null || owner === organization) &&
      (viewer === null || isAllowed(viewer, 'duplicate:judge', [scope]))
    );
  });
}
