import { Fault } from '../foundation/fault.ts';
import { parseId } from '../foundation/id.ts';

/** A pair in a list that begins with the surest; ties by ids. */
export interface Scored {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/** Order of pairs in a list: surest first. */
export function bySurety(x: Scored, y: Scored): number {
  if (x.score !== y.score) return y.score - x.score;
  if (x.a !== y.a) return x.a < y.a ? -1 : 1;
  if (x.b !== y.b) return x.b < y.b ? -1 : 1;
  return 0;
}

/** Where a pair stands in its list, for the next page. */
export function cursorOf({ a, b, score }: Scored): string {
  return Buffer.from(JSON.stringify([score, a, b])).toString('base64url');
}

/** Which pairs stand behind a cursor, also when the pair it names is gone; all without one. Throws `Fault` BAD_INPUT. */
export function behind(cursor: string | null | undefined): (pair: Scored) => boolean {
  if (cursor == null) return () => true;
  const place = readCursor(cursor);
  if (place === null) throw new Fault('BAD_INPUT', '分页游标不对。The cursor is not one of this list.');
  const [score, a, b] = place;
  return (pair) => bySurety(pair, { score, a, b }) > 0;
}

/** One page of a list that begins with the surest: those wanted, and whether there are more. Looks no further than it must. */
export function pageOf<Listed>(list: Iterable<Listed>, isWanted: (one: Listed) => boolean, first: number) {
  const page: Listed[] = [];
  for (const one of list) {
    if (!isWanted(one)) continue;
    if (page.length === first) return { page, hasNextPage: true };
    page.push(one);
  }
  return { page, hasNextPage: false };
}

function readCursor(cursor: string): [number, string, string] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(place) || typeof place[0] !== 'number') return null;
    return typeof place[1] === 'string' && typeof place[2] === 'string' ? [place[0], place[1], place[2]] : null;
  } catch {
    return null;
  }
}

const USUAL_PAIRS = 20;
const MOST_PAIRS = 1_000;

/** How many pairs a page holds. Throws `Fault` BAD_INPUT. */
export function pageSize(asked: number | null | undefined): number {
  const first = asked ?? USUAL_PAIRS;
  if (!Number.isInteger(first) || first < 0 || first > MOST_PAIRS)
    throw new Fault('BAD_INPUT', `first 应在 0 至 ${MOST_PAIRS} 之间。first must be 0 to ${MOST_PAIRS}.`);
  return first;
}

/** Id of the organization asked for; null when none is. Throws `Fault` BAD_INPUT. */
export function askedOrganization(id: string | null | undefined): string | null {
  if (id == null) return null;
  const parsed = parseId(id);
  if (parsed?.type === 'Organization') return `Organization:${parsed.key}`;
  throw new Fault('BAD_INPUT', '机构编号不对。organization is not the id of an organization.');
}
