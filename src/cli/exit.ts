import { isFault } from '../foundation/fault.ts';

/** How a command ended, as the shell sees it. */
export const EXIT = { DONE: 0, REFUSED: 1, COULD_NOT: 2, BADLY_CALLED: 64 } as const;

/** The exit code of a fault: what was asked wrongly is refused, what the surroundings prevent could not be done. */
export function exitCodeOf(error: unknown): number {
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
