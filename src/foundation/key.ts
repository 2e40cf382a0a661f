/** Keys of records: how they are compared, and what is none. */

const CONTROL = /\p{Cc}/u;
const LIMIT = 128;
/** Printable ASCII without blanks around it: folding leaves it as it is. */
const FOLDED_ALREADY = /^[!-~](?:[ -~]*[!-~])?$/;

/** Why a text is no key. */
export type KeyFault = 'KEY_EMPTY' | 'KEY_TOO_LONG' | 'KEY_CONTROL_CHARACTER';

/** A key as it is stored and compared: NFKC, trimmed. */
export function foldKey(key: string): string {
  return FOLDED_ALREADY.test(key) ? key : key.normalize('NFKC').trim();
}

/** Why a text is no key, or null when it is one: 1–128 characters after folding, no control characters. */
export function keyFaultOf(key: string): KeyFault | null {
  if (key.length <= LIMIT && FOLDED_ALREADY.test(key)) return null;
  if (CONTROL.test(key)) return 'KEY_CONTROL_CHARACTER';
  const folded = foldKey(key);
  if (folded === '') return 'KEY_EMPTY';
  return folded.length > LIMIT && Array.from(folded).length > LIMIT ? 'KEY_TOO_LONG' : null;
}
