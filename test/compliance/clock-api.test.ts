import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import type { House } from '#src/house/house.ts';
import { answer, ask } from '../schema/asking.ts';
import { stage } from '../stage/stage.ts';

const world = [
  { record: 'jurisdiction', key: 'KM', name: '某市', kind: 'CITY' },
  { record: 'organization', key: 'A', name: '虚构数据局', kind: 'AGENCY', jurisdiction: 'KM' },
  { record: 'organization', key: 'U', name: '虚构供水公司', kind: 'UTILITY', jurisdiction: 'KM' },
];

interface Told {
  readonly code: string;
  readonly due: string;
  readonly decides: boolean;
  readonly overdue: boolean;
  readonly provisional: boolean;
  readonly nature: string;
  readonly verified: boolean;
}

let house: House;
beforeAll(async () => {
  house = await stage('2026-11-23');
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'some.jsonl');
  writeFileSync(file, world.map((line) => JSON.stringify(line)).join('\n'));
  expect(await loadBundle(house, [file])).toMatchObject({ refused: 0, written: true });
});
const clock = async (args: string) =>
  (
    await answer<{ clock: Told[] }>(
      house,
      `{ clock(${args}) { code due decides overdue provisional nature verified } }`,
    )
  ).clock;

describe('a clock', () => {
  it('shows all limits that apply to whom it binds, the strictest deciding', async () => {
    const told = await clock('event: CHANGE_EFFECTIVE, on: "2026-11-02", organization: "Organization:A"');
    expect(told.map(({ code, due, decides, overdue }) => [code, due, decides, overdue])).toEqual([
      ['U-10', '2026-11-16', true, true],
      ['U-15', '2026-11-23', false, false],
    ]);
    expect(told.every(({ nature, verified }) => nature === 'LAW' && verified)).toBe(true);
    const utility = await clock('event: CHANGE_EFFECTIVE, on: "2026-11-02", organization: "Organization:U"');
    expect(utility.map(({ code, decides }) => [code, decides])).toEqual([['U-15', true]]);
    const extended = await clock(
      'event: CHANGE_EFFECTIVE, on: "2026-11-02", organization: "Organization:A", extended: true',
    );
    expect(extended.map(({ due }) => due)).toEqual(['2026-11-23', '2026-11-23']);
  });
  it('says what is provisional, and what nobody has read in its instrument', async () => {
    const late = await clock('event: CHANGE_EFFECTIVE, on: "2026-12-24"');
    expect(late).toMatchObject([{ code: 'U-15', provisional: true }]);
    const delivered = await clock('event: PRODUCT_FIRST_DELIVERED, on: "2026-03-02"');
    expect(delivered).toMatchObject([{ code: 'G-20', verified: false }]);
  });
  it('knows no organization that is none', async () => {
    const errors = async (organization: string) =>
      (
        await ask(
          house,
          `{ clock(event: CHANGE_EFFECTIVE, on: "2026-11-02", organization: "${organization}") { code } }`,
        )
      ).errors?.length;
    expect(await errors('Organization:X')).toBe(1);
    expect(await errors('Jurisdiction:KM')).toBe(1);
  });
});
