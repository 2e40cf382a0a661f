import { beforeAll, describe, expect, it } from 'vitest';
import { checkCollection } from '../../src/collection/check.service.ts';
import type { House } from '../../src/house/house.ts';
import { expected, loadCity } from '../stage/city.ts';
import { local, stage } from '../stage/stage.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});

describe('checking before collecting in the demo city', () => {
  it.each(expected.intents)('$id $intent.title', async ({ intent, answer }) => {
    const check = await checkCollection(house.desk(local), {
      ...intent,
      organization: `Organization:${intent.organization}`,
      items: intent.items.map((name) => ({ name })),
    });
    expect(check.items.map(({ name, verdict, found }) => ({ name, verdict, found }))).toEqual(answer.items);
    expect(check.verdict).toBe(answer.verdict);
    expect(check.plan).toHaveLength(answer.planSize);
    if (answer.planSize > 0) expect(answer.plans).toContainEqual(check.plan);
    const elsewhere = check.matches.filter(({ relation }) => relation === 'SIBLING_AREA').map(({ dataset }) => dataset);
    expect(elsewhere).toEqual(expect.arrayContaining(answer.otherArea));
  });
});
