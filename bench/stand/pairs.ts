/** Something whose time is taken. */
export type Run = () => Promise<unknown>;

/** Times of one contestant, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Times of all contestants, and the median over the rounds of each one's ratio to the first. */
export interface Rounds {
  readonly times: readonly Times[];
  readonly ratios: readonly number[];
  readonly rounds: number;
}

const WARM_UP = Math.min(3, Number(process.env['BENCH_ROUNDS'] ?? 3));
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 15);
const FEWEST = WARM_UP;
/** No further round after this long: some contestants take many seconds. */
const ENOUGH_MS = 60_000;

/**
 * Runs contestants in turn, A B C A B C …: whatever else the machine does meanwhile meets all of them alike, so the ratios
 * within a round mean something where the times do not.
 */
export async function inTurn(runs: readonly Run[]): Promise<Rounds> {
  const begun = performance.now();
  for (let i = 0; i < WARM_UP && performance.now() - begun < ENOUGH_MS / 2; i++) for (const run of runs) await run();
  const taken: number[][] = runs.map(() => []);
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    if (round >= FEWEST && performance.now() - start > ENOUGH_MS) break;
    for (const [i, run] of runs.entries()) {
      const at = performance.now();
      await run();
      taken[i]!.push(performance.now() - at);
    }
  }
  const first = taken[0]!;
  return {
    times: taken.map((times) => ({ median: median(times), min: Math.min(...times), max: Math.max(...times) })),
    ratios: taken.map((times) => median(times.map((time, round) => time / first[round]!))),
    rounds: first.length,
  };
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
