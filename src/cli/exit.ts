import { Fault, isFault } from '../foundation/fault.ts';

/** How a command ended, as the shell sees it. */
export const EXIT = { DONE: 0, REFUSED: 1, COULD_NOT: 2, BADLY_CALLED: 64 } as const;

/** A command was called with an option that is none of what it may be: exit 64. */
export class BadCall extends Error {}

/** Reads an option. Throws `BadCall` in the words of the fault that says what it must be. */
export function asCalled<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    throw error instanceof Fault ? new BadCall(error.message) : error;
  }
}

/** The exit code of a fault: what was asked wrongly is refused, what the surroundings prevent could not be done. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof BadCall) return EXIT.BADLY_CALLED;
  if (!isFault(error)) return EXIT.COULD_NOT;
  switch (error.code) {
    case 'BAD_INPUT':
    case 'NOT_FOUND':
    case 'CONFLICT':
    case 'FORBIDDEN':
    case 'UNAUTHENTICATED':
      return EXIT.REFUSED;
    case 'UNAVAILABLE':
    case 'TIME_LIMIT':
      return EXIT.COULD_NOT;
    default:
      return error.code satisfies never;
  }
}
