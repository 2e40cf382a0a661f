import { readFileSync } from 'node:fs';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import type { House } from '../../src/house/house.ts';

/** Loads the demo city into a stage. */
export async function loadCity(house: House): Promise<void> {
  const report = await loadBundle(house, ['seed/kunming']);
  if (!report.written) throw new Error(report.refusals.map(({ message }) => message).join('\n'));
}

/** What the demo city must answer: made by an independent program. */
export const expected = JSON.parse(readFileSync('test/kunming/expected.json', 'utf8'));
