import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../src/house/house.ts';
import { chainOf } from '../../src/redevelopment/chain.ts';
import { chainsOf } from '../../src/redevelopment/chain.service.ts';
import { expected, loadCity } from '../stage/city.ts';
import { local, stage } from '../stage/stage.ts';

describe('re-development chains of the demo city', () => {
  let house: House;
  beforeAll(async () => {
    house = await stage();
    await loadCity(house);
  });

  it.each(Object.entries(expected.redevelopment))('%s', async (id, answer) => {
    const { ancestors, descendants, generation, firstProducts } = (await chainsOf(house.desk(local), [id])).get(id)!;
    expect({ ancestors, descendants: [...descendants].sort(), generation, firstProducts }).toEqual({
      ancestors: answer.ancestors,
      descendants: [...answer.descendants].sort(),
      generation: answer.generation,
      firstProducts: answer.firstProducts,
    });
  });
});

describe('a chain with a cycle', () => {
  it('does not count steps inside the cycle', () => {
    const steps = [
      { from: 'A', to: 'B' },
      { from: 'B', to: 'A' },
      { from: 'B', to: 'C' },
    ];
    const above = [
      { id: 'B', distance: 1 },
      { id: 'A', distance: 2 },
    ];
    const chain = chainOf('C', above, [], steps);
    expect(chain.generation).toBe(1);
    expect(chain.firstProducts).toEqual(['A', 'B']);
  });
});
