import type { Model } from '../../src/collection/model.ts';

/** One example: feature values in the order of the names, the label, and how much it counts. */
export interface Example {
  readonly x: readonly number[];
  readonly y: number;
  readonly weight: number;
}

/** Fits a logistic regression with a ridge by Newton's method; no chance in it, so refitting gives the same weights. */
export function fitLogistic(examples: readonly Example[], ridge: number): { bias: number; weights: number[] } {
  const width = (examples[0]?.x.length ?? 0) + 1;
  let w = new Array<number>(width).fill(0);
  for (let turn = 0; turn < 60; turn++) {
    const gradient = w.map((value, j) => (j === 0 ? 0 : -ridge * value));
    const hessian = w.map((_, j) => w.map((__, k) => (j === k ? (j === 0 ? 1e-6 : ridge) : 0)));
    for (const { x, y, weight } of examples) {
      let z = w[0] ?? 0;
      for (let j = 1; j < width; j++) z += (w[j] ?? 0) * (x[j - 1] ?? 0);
      const p = 1 / (1 + Math.exp(-z));
      const curve = weight * p * (1 - p);
      for (let j = 0; j < width; j++) {
        const xj = j === 0 ? 1 : (x[j - 1] ?? 0);
        if (xj === 0) continue;
        gradient[j] = (gradient[j] ?? 0) + weight * (y - p) * xj;
        const row = hessian[j]!;
        for (let k = 0; k < width; k++) row[k] = (row[k] ?? 0) + curve * xj * (k === 0 ? 1 : (x[k - 1] ?? 0));
      }
    }
    const step = solve(hessian, gradient);
    w = w.map((value, j) => value + (step[j] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  return { bias: w[0] ?? 0, weights: w.slice(1) };
}

/** Signs that sense demands of a weight; features without an entry are free. */
export type Signs = Readonly<Record<string, 1 | -1>>;

/** Fits, drops weights whose sign contradicts sense (an accident of sampling), and fits again until none does. */
export function fitSensible(
  names: readonly string[],
  examples: readonly Example[],
  ridge: number,
  signs: Signs,
): { bias: number; weights: Record<string, number> } {
  let kept = [...names];
  for (;;) {
    const columns = kept.map((name) => names.indexOf(name));
    const { bias, weights } = fitLogistic(
      examples.map((e) => ({ ...e, x: columns.map((c) => e.x[c] ?? 0) })),
      ridge,
    );
    const wrong = kept.filter((name, i) => (signs[name] ?? 0) * (weights[i] ?? 0) < 0);
    if (wrong.length === 0)
      return { bias, weights: Object.fromEntries(kept.map((name, i) => [name, weights[i] ?? 0])) };
    const worst = wrong.reduce((a, b) =>
      Math.abs(weights[kept.indexOf(b)] ?? 0) > Math.abs(weights[kept.indexOf(a)] ?? 0) ? b : a,
    );
    kept = kept.filter((name) => name !== worst);
  }
}

interface Block {
  readonly count: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
}

/** True and false examples added to every block, so that no share is 0 or 1. */
const PRIOR = 0.5;

/**
 * Isotonic calibration in steps: held-out scores in blocks of at least `least` examples whose shares of true pairs rise; each
 * block is drawn as a slightly rising line inside one tenth of the scale, the one that stands for the fifth its share lies in. Finer
 * steps would claim more than some four hundred examples can tell: which tenth a block of forty falls into is chance.
 */
export function fitSteps(scores: readonly number[], labels: readonly number[], least: number): Model['calibration'] {
  const order = scores.map((score, i) => ({ score, label: labels[i] ?? 0 })).sort((a, b) => a.score - b.score);
  const blocks: Block[] = [];
  for (let at = 0; at < order.length; ) {
    const end = order.length - at < 2 * least ? order.length : at + least;
    const part = order.slice(at, end);
    blocks.push({
      count: part.length,
      right: part.reduce((n, one) => n + one.label, 0),
      from: part[0]?.score ?? 0,
      to: part.at(-1)?.score ?? 1,
    });
    at = end;
    while (blocks.length > 1 && fifth(blocks.at(-1)!) <= fifth(blocks.at(-2)!)) {
      const [low, high] = blocks.splice(-2);
      blocks.push({ count: low!.count + high!.count, right: low!.right + high!.right, from: low!.from, to: high!.to });
    }
  }
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return blocks.flatMap((block, i) => {
    const low = i === 0 ? 0 : (blocks[i - 1]!.to + block.from) / 2 + 1e-4;
    const high = i === blocks.length - 1 ? 1 : (block.to + blocks[i + 1]!.from) / 2;
    return [
      [round(low), round(TENTHS[fifth(block)]! / 10 + 0.01)],
      [round(high), round(TENTHS[fifth(block)]! / 10 + 0.09)],
    ] as [number, number][];
  });
}

/**
 * The tenth of the scale that stands for each fifth: no share of a fifth is further than .15 from the middle of its tenth. The middle
 * fifth stays under a half, from which on a pair is called likely.
 */
const TENTHS = [0, 3, 4, 7, 9];

function fifth(block: Block): number {
  return Math.floor((5 * (block.right + PRIOR)) / (block.count + 2 * PRIOR));
}

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = c + 1; r < n; r++) {
      const factor = rows[r]![c]! / (rows[c]![c]! || 1e-12);
      for (let k = c; k <= n; k++) rows[r]![k] = rows[r]![k]! - factor * rows[c]![k]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    let sum = rows[r]![n]!;
    for (let c = r + 1; c < n; c++) sum -= rows[r]![c]! * x[c]!;
    x[r] = sum / (rows[r]![r]! || 1e-12);
  }
  return x;
}
