import type { Desk } from '../access/desk.ts';
import { lawToday } from '../clock/law.service.ts';
import type { LevelCoupling } from './couplings.ts';

/**
 * Between which levels data of a share or open type lies by the profiles in force today 属性与级别的对应; the same for every dataset.
 * Throws `Fault` UNAVAILABLE, TIME_LIMIT.
 */
export async function couplingsFor(
  desk: Desk,
  datasets: readonly string[],
): Promise<Map<string, readonly LevelCoupling[]>> {
  const { couplings } = (await lawToday(desk)).policy;
  return new Map(datasets.map((id) => [id, couplings]));
}
