/**
 * A lawful or formal no 不予受理: a value, never an exception; several may come at once.
 * `path` tells where: file, line and field of a bundle, or the argument of a request.
 */
export interface Refusal {
  readonly code: string;
  /** For people: Chinese, then English. */
  readonly message: string;
  readonly path: readonly string[];
}
