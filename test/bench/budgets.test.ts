import { expect, it } from 'vitest';
import { loadSmallCity, overBudget } from '../../bench/budgets.ts';
import { stage } from '../stage/stage.ts';

const house = await stage();

it('no question about a city of 10,000 assets costs more database hits than its ceiling (bench/budgets.json)', {
  timeout: 600_000,
}, async () => {
  await loadSmallCity(house.graph);
  expect(await overBudget(house.graph)).toEqual([]);
});
