import { Fault } from '../foundation/fault.ts';
import { echo } from '../foundation/text.ts';

/** Where a page of a search ended: the next one goes on behind this score and id, in the same strictness. */
export interface HitPlace {
  readonly score: number;
  readonly id: string;
  readonly relaxed: boolean;
}

/** Where a page of the catalog by title ended. */
export interface TitlePlace {
  readonly title: string;
  readonly id: string;
}

/** The opaque cursor 游标 of a place. */
export function cursorOf(place: HitPlace | TitlePlace): string {
  const fields = 'score' in place ? [place.score, place.id, place.relaxed] : [place.title, place.id];
  return Buffer.from(JSON.stringify(fields)).toString('base64url');
}

/** The place of a cursor of a search; null for none. Throws `Fault` BAD_INPUT for anything else. */
export function hitPlaceOf(cursor: string | null): HitPlace | null {
  if (cursor === null) return null;
  const [score, id, relaxed, ...rest] = fieldsOf(cursor);
  if (typeof score !== 'number' || typeof id !== 'string' || typeof relaxed !== 'boolean' || rest.length > 0)
    throw badCursor(cursor);
  return { score, id, relaxed };
}

/** The place of a cursor of the catalog by title; null for none. Throws `Fault` BAD_INPUT for anything else. */
export function titlePlaceOf(cursor: string | null): TitlePlace | null {
  if (cursor === null) return null;
  const [title, id, ...rest] = fieldsOf(cursor);
  if (typeof title !== 'string' || typeof id !== 'string' || rest.length > 0) throw badCursor(cursor);
  return { title, id };
}

function fieldsOf(cursor: string): unknown[] {
  try {
    const fields: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(fields)) return fields;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badCursor(cursor);
}

function badCursor(cursor: string): Fault {
  return new Fault('BAD_INPUT', `游标无效：${echo(cursor)}。No cursor of this list: ${echo(cursor)}`);
}
