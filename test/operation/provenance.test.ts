import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../src/house/house.ts';
import { provenancesOf } from '../../src/operation/provenance.service.ts';
import { expected, loadCity } from '../stage/city.ts';
import { local, stage } from '../stage/stage.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});

describe('provenance of the demo city', () => {
  it.each(Object.entries(expected.provenance))('%s', async (id, { productDistances: _distances, ...answer }) => {
    const provenance = (await provenancesOf(house.desk(local), [id])).get(id)!;
    expect({ ...provenance, gaps: sortedGaps(provenance.gaps) }).toEqual({ ...answer, gaps: sortedGaps(answer.gaps) });
  });

  it('answers many products at once as it answers each alone', async () => {
    const ids = Object.keys(expected.provenance);
    const all = await provenancesOf(house.desk(local), ids);
    expect(ids.map((id) => all.get(id)!.legalBases)).toEqual(ids.map((id) => expected.provenance[id]!.legalBases));
  });
});

function sortedGaps(gaps: readonly { at: string | null; missing: string }[]) {
  return gaps.map(({ at, missing }) => `${at} ${missing}`).sort();
}
