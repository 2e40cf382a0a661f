import { Fault } from '../../foundation/fault.ts';
import type { Refusal } from '../../foundation/refusal.ts';
import { type Parsed, parseRecord } from '../bundle/parse.ts';
import { type LineRefusal, refuse } from '../bundle/refusals.ts';

/** Where the content of an API request stands, in the words of refusals. */
export const AT_INPUT = { file: 'content', line: 1 };

/** Understands the content of a request as a line of a kind; what is no object is refused and not told again. */
export function parseInput(content: unknown, record: string): Parsed {
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return { is: 'refused', refusals: [refuse('NOT_OBJECT', AT_INPUT)], id: null };
  return parseRecord({ ...content, record }, AT_INPUT);
}

/** What somebody is told who changed what somebody else had changed. */
export const STALE =
  '该记录已被他人修改或已存在，请重新读取后再试。Somebody else changed or made this record first; read it again and retry.';

/** A refusal of a line, as one of the content of a request: the path leads from the content inwards. */
export function asRefusal({ code, message, path }: LineRefusal): Refusal {
  return { code, message: message.replace(/^content:1:? ?/, ''), path: ['content', ...path.slice(2)] };
}

/** The key belongs to a record that the asker may not see; that it is taken is all that he is told. */
export function keyTaken(): Fault {
  return new Fault('CONFLICT', STALE);
}
