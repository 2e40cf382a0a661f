/** Added to a rank before it is inverted. */
const RANK_OFFSET = 10;

/**
 * Fuses rankings by reciprocal rank 倒数排名融合: what several put high comes first, equals by id. Scores of different sources cannot
 * be compared, ranks can.
 */
export function fuseRanks(rankings: readonly (readonly string[])[], limit: number): string[] {
  const sums = new Map<string, number>();
  for (const ranking of rankings)
    for (const [rank, id] of ranking.entries()) sums.set(id, (sums.get(id) ?? 0) + 1 / (RANK_OFFSET + rank));
  return [...sums]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id);
}
