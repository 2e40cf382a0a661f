/** A logistic model 逻辑回归 as data: weights by feature, then a calibration 校准 of the score. */
export interface Model {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  /** Points of a rising curve from model score to probability, straight between them. */
  readonly calibration: readonly (readonly [number, number])[];
}

/** The model's raw score between 0 and 1. */
export function rawScore(model: Model, features: Readonly<Record<string, number>>): number {
  let sum = model.bias;
  for (const name in model.weights) sum += (model.weights[name] ?? 0) * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The calibrated probability of a raw score. */
export function calibrate(model: Model, raw: number): number {
  const points = model.calibration;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return raw;
  if (raw <= first[0]) return first[1];
  if (raw >= last[0]) return last[1];
  const at = points.findIndex(([x]) => x >= raw);
  const [low, high] = [points[at - 1], points[at]];
  if (!low || !high) return raw;
  return low[1] + ((high[1] - low[1]) * (raw - low[0])) / (high[0] - low[0] || 1);
}
