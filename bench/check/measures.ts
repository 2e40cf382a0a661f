/** Measures of ranking and judging. */

/** Average precision of a ranking by score, best first; ties count as if the wrong ones came first. */
export function averagePrecision(scores: readonly number[], labels: readonly boolean[]): number {
  const order = scores.map((score, i) => ({ score, label: labels[i] ?? false }));
  order.sort((a, b) => b.score - a.score || Number(a.label) - Number(b.label));
  let hits = 0;
  let sum = 0;
  order.forEach(({ label }, i) => {
    if (label) sum += ++hits / (i + 1);
  });
  return hits === 0 ? 0 : sum / hits;
}

/** F1 of "score at least threshold". */
export function f1(scores: readonly number[], labels: readonly boolean[], threshold: number): number {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  scores.forEach((score, i) => {
    if (score >= threshold) labels[i] ? right++ : wrong++;
    else if (labels[i]) missed++;
  });
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

/** The threshold with the best F1. */
export function bestThreshold(scores: readonly number[], labels: readonly boolean[]): number {
  let best = { threshold: 0.5, value: -1 };
  for (const threshold of new Set(scores)) {
    const value = f1(scores, labels, threshold);
    if (value > best.value) best = { threshold, value };
  }
  return best.threshold;
}

/** Share of true pairs in each tenth of the scale. */
export function tenths(
  scores: readonly number[],
  labels: readonly boolean[],
): { from: number; count: number; mean: number; share: number }[] {
  return Array.from({ length: 10 }, (_, i) => {
    const inside = scores
      .map((score, k) => ({ score, label: labels[k] }))
      .filter(({ score }) => Math.min(9, Math.floor(score * 10)) === i);
    const count = inside.length;
    const mean = count === 0 ? Number.NaN : inside.reduce((sum, { score }) => sum + score, 0) / count;
    return {
      from: i / 10,
      count,
      mean,
      share: count === 0 ? Number.NaN : inside.filter(({ label }) => label).length / count,
    };
  });
}
