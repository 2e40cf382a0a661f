import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { momentOf } from '#src/calendar/moment.ts';
import { startDailyWork, type Wait } from '#src/cli/daily-work.ts';
import { isEvaluatedAfterAct } from '#src/compliance/evaluation.service.ts';
import { keepInMemory } from '#src/compliance/residence.ts';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import { type House, openHouse } from '#src/house/house.ts';
import { dataset, flow, PEOPLE } from '../compliance/scene.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';

const real = await stage('2026-11-23');
let now = 0;
const house: House = { ...real, clock: { now: () => now } };

beforeEach(async () => {
  now = momentOf('2026-11-23T14:00:00+08:00')!;
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
  const lines = [
    ...PEOPLE,
    dataset('S', { level: 3 }),
    dataset('D', { level: 1, cycle: 'DAILY', updatedOn: '2026-11-22' }),
    flow('Dataset:S', 'Dataset:D', 'DERIVED', {
      validFrom: '2026-11-23T15:00:00+08:00',
      validTo: '2026-11-23T23:59:00+08:00',
      recordedAt: undefined,
    }),
  ];
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'some.jsonl');
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  expect(await loadBundle(house, [file])).toMatchObject({ refused: 0, findingsPending: false });
});

const found = async () =>
  (
    await query(
      "MATCH (f:Finding {subject: 'Dataset:D'}) WHERE f.state <> 'CORRECTED' AND f.rule <> 'R14-1' RETURN f.rule AS rule",
    )
  ).map(({ rule }) => rule);

/** Daily work by a clock that jumps to where it waits until: what was found at each moment it had waited for. */
async function days(from: string, waits: number): Promise<[number, unknown[]][]> {
  now = momentOf(from)!;
  const seen: [number, unknown[]][] = [];
  const failures: unknown[] = [];
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let waited = 0;
  const wait: Wait = {
    for: async (milliseconds) => {
      if (waited > 0) seen.push([waited, await found()]);
      if (seen.length === waits) {
        work.stop();
        end();
        return;
      }
      waited = milliseconds;
      now += milliseconds;
    },
    wake: () => undefined,
  };
  const work = startDailyWork(house, { undone: () => undefined, failed: (error) => failures.push(error) }, wait);
  await ended;
  expect(failures).toEqual([]);
  return seen;
}

it('runs when a flow begins, when it ends and when a day begins, at that very moment', async () => {
  expect(await days('2026-11-23T14:59:15+08:00', 2)).toEqual([
    [45_000, ['R25-1']],
    [60_000, ['R25-1']],
  ]);
  expect(await days('2026-11-23T23:58:20+08:00', 3)).toEqual([
    [40_000, []],
    [60_000, []],
    [60_000, []],
  ]);
  // The rows of 22 November were good for two days.
  expect(await days('2026-11-24T23:59:59+08:00', 1)).toEqual([[1_000, ['R14-6']]]);
});

it('finds what fell due while nobody served', async () => {
  now = momentOf('2027-03-01T09:00:00+08:00')!;
  expect(await found()).toEqual([]);
  expect(await days('2027-03-01T09:00:00+08:00', 1)).toEqual([[60_000, ['R14-6']]]);
});

it('is woken by what an act leaves to it', async () => {
  keepInMemory(house.graph);
  let woken = 0;
  const wait: Wait = { for: () => new Promise(() => undefined), wake: () => (woken += 1) };
  const work = startDailyWork(house, { undone: () => undefined, failed: () => undefined }, wait);
  await query('MATCH (e:Evaluation) SET e.took = 3600000, e.generation = -1');
  expect(await isEvaluatedAfterAct(house)).toBe(false);
  expect(woken).toBe(1);
  work.stop();
});
