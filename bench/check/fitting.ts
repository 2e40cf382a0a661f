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

/** Platt's calibration drawn as a rising line of points: p = σ(a·logit(raw) + b), fitted on scores of held-out examples. */
export function fitCalibration(scores: readonly number[], labels: readonly number[]): Model['calibration'] {
  const logit = (p: number): number =>
    Math.log(Math.min(Math.max(p, 1e-6), 1 - 1e-6) / (1 - Math.min(Math.max(p, 1e-6), 1 - 1e-6)));
  const examples = scores.map((score, i) => ({ x: [logit(score)], y: labels[i] ?? 0, weight: 1 }));
  const { bias, weights } = fitLogistic(examples, 0.01);
  const points: [number, number][] = [];
  for (let raw = 0; raw <= 100; raw += 2.5) {
    const p = 1 / (1 + Math.exp(-(bias + (weights[0] ?? 1) * logit(raw / 100))));
    points.push([raw / 100, Math.round(p * 1e4) / 1e4]);
  }
  return points;
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
