import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import type { House } from '#src/house/house.ts';
import { answer, ask } from '../schema/asking.ts';
import { loadCity } from '../stage/city.ts';
import { stage } from '../stage/stage.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});

interface Answer {
  readonly connection: {
    readonly ratio: number;
    readonly upperBound: number;
    readonly fullyCounted: boolean;
    readonly way: string;
    readonly path: readonly { id: string }[];
  };
}
const between = async (a: string, b: string, on?: string) => {
  const text = `{ connection(a: "Organization:${a}", b: "Organization:${b}"${on === undefined ? '' : `, on: "${on}"`}) {
    on ratio upperBound fullyCounted way path { id } owners { id } tie { id kind } } }`;
  return (await answer<Answer>(house, text)).connection;
};

describe('the connection of two organizations of the demo city', () => {
  it('is a chain of shares', async () => {
    expect(await between('91530100KMX009019B', '91530112KMX009123U', '2026-02-10')).toMatchObject({
      on: '2026-02-10',
      ratio: 0.3,
      upperBound: 0.3,
      fullyCounted: true,
      way: 'OWNERSHIP',
      path: ['91530100KMX009019B', '91530100KMX0093264', '91530112KMX009123U'].map((key) => ({
        id: `Organization:${key}`,
      })),
    });
  });

  it('is that of sisters over their parent, and is the same from both sides', async () => {
    const [o, d] = ['91530100KMX0090351', '91530114KMX0091741'];
    const [there, back] = [await between(o!, d!, '2026-03-18'), await between(d!, o!, '2026-03-18')];
    expect(there).toMatchObject({ ratio: 0.42, owners: [{ id: 'Organization:91530000KMX0093184' }], tie: null });
    expect(back.path).toEqual([...there.path].reverse());
  });

  it('is none where nothing ties them, and whole with itself', async () => {
    expect(await between('91530100KMX009019B', '11530100KMX000110C')).toMatchObject({ ratio: 0, way: 'NONE' });
    expect(await between('91530100KMX009019B', '91530100KMX009019B')).toMatchObject({ ratio: 1, way: 'SAME' });
  });

  it.each([
    ['Organization:nobody', 'NOT_FOUND'],
    ['Dataset:FR01', 'BAD_INPUT'],
    ['nothing', 'BAD_INPUT'],
  ])('of %s is refused', async (id, code) => {
    const { errors } = await ask(house, `{ connection(a: "Organization:91530100KMX009019B", b: "${id}") { ratio } }`);
    expect(errors?.[0]?.originalError).toMatchObject({ code });
  });
});

it('a structure too dense to count shows its bounds', async () => {
  const keys = Array.from({ length: 14 }, (_, i) => `K${String(i).padStart(2, '0')}`);
  const lines = [
    ...keys.map((key) => ({ record: 'organization', key, name: `虚构公司${key}`, kind: 'COMPANY' })),
    ...keys.flatMap((from) =>
      keys
        .filter((to) => to !== from)
        .map((to) => ({
          record: 'control',
          key: `${from}-${to}`,
          from,
          to,
          kind: 'HOLDS',
          ratio: 0.07,
          validFrom: '2020-01-01',
        })),
    ),
  ];
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'dense.jsonl');
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  expect(await loadBundle(house, [file])).toMatchObject({ written: true, findingsPending: false });
  const found = await between('K00', 'K01');
  expect(found.fullyCounted).toBe(false);
  expect(found.ratio).toBeGreaterThanOrEqual(0.07);
  expect(found.upperBound).toBeGreaterThan(found.ratio);
  expect(found.upperBound).toBeLessThanOrEqual(1);
});
