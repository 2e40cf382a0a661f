import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import type { House } from '#src/house/house.ts';
import { answer } from '../schema/asking.ts';
import { stage } from '../stage/stage.ts';

const dataset = (key: string, fields: object) => ({
  record: 'dataset',
  key,
  title: `虚构数据${key}`,
  provider: 'O',
  ...fields,
});
const world = [
  { record: 'organization', key: 'O', name: '虚构数据局', kind: 'AGENCY' },
  dataset('OPEN', { open: 'UNCONDITIONAL', share: 'UNCONDITIONAL', level: 2 }),
  dataset('KEPT', { open: 'NONE', share: 'CONDITIONAL', level: 4 }),
  dataset('MADE', { open: 'CONDITIONAL', share: 'CONDITIONAL', level: 2 }),
  dataset('UNSAID', { open: 'CONDITIONAL', share: 'NONE' }),
  {
    record: 'flow',
    from: 'Dataset:KEPT',
    to: 'Dataset:MADE',
    kind: 'DERIVED',
    assertedBy: 'O',
    validFrom: '2026-01-01T00:00:00+08:00',
  },
];

let house: House;
beforeAll(async () => {
  house = await stage();
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'some.jsonl');
  writeFileSync(file, world.map((line) => JSON.stringify(line)).join('\n'));
  expect(await loadBundle(house, [file])).toMatchObject({ refused: 0, written: true });
});

describe('what share and open types ask of the level', () => {
  it('is told of a dataset by its declared level and by what its lineage makes of it', async () => {
    const ids = ['OPEN', 'KEPT', 'MADE', 'UNSAID'];
    const told = await answer<Record<string, { brokenCouplings: { field: string; least: number; most: number }[] }>>(
      house,
      `{ ${ids.map((key) => `${key}: node(id: "Dataset:${key}") { ... on Dataset { brokenCouplings { field least most } } }`).join(' ')} }`,
    );
    expect(told['OPEN']!.brokenCouplings).toEqual([{ field: 'open', least: 1, most: 1 }]);
    expect(told['KEPT']!.brokenCouplings).toEqual([]);
    expect(told['MADE']!.brokenCouplings).toEqual([{ field: 'open', least: 2, most: 3 }]);
    expect(told['UNSAID']!.brokenCouplings).toEqual([]);
  });
});
