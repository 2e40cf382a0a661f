import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { clockFrom } from '#src/calendar/clock.ts';
import { evaluate } from '#src/compliance/evaluation.service.ts';
import { keepInMemory } from '#src/compliance/residence.ts';
import { dumpBundle } from '#src/exchange/bundle/dump.service.ts';
import { undoInterrupted } from '#src/exchange/bundle/journal.ts';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import { type House, openHouse } from '#src/house/house.ts';
import type { Viewer } from '#src/identity/viewer.ts';
import { dataset, PEOPLE } from '../compliance/scene.ts';
import { answer } from '../schema/asking.ts';
import { as } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';
import { filesOf } from './graph.ts';
import { bundles } from './lines.ts';

const bundle = bundles();
const house = await stage('2026-11-23');
const on = (moment: string): House => ({ ...house, clock: clockFrom(moment)! });

const stale = (key: string) => dataset(key, { cycle: 'DAILY', updatedOn: '2026-11-01' });
const fresh = (key: string) => dataset(key, { cycle: 'DAILY', updatedOn: '2026-11-22' });
const idOf = (key: string) => `Finding:R14-6|Dataset:${key}`;
const load = async (into: House, ...lines: object[]) =>
  expect(await loadBundle(into, [bundle.of(...(lines as Record<string, unknown>[]))])).toMatchObject({
    written: true,
    refused: 0,
    findingsPending: false,
  });

async function judge(viewer: Viewer, key: string, decision: string, more = ''): Promise<void> {
  const source = `mutation { findingJudge(input: { finding: "${idOf(key)}", decision: ${decision} ${more} }) { finding { state } refusals { code } } }`;
  expect(await answer({ ...house, desk: () => house.desk(viewer) } as House, source)).toMatchObject({
    findingJudge: { refusals: [] },
  });
}

/** All that the registry keeps of findings but their digests. */
const lives = async () => {
  const rows = await query('MATCH (f:Finding) RETURN properties(f) AS finding ORDER BY f.id');
  return rows.map(({ finding }) => ({ ...(finding as Record<string, unknown>), digest: null }));
};
const stateOf = async (key: string) =>
  (await query('MATCH (f:Finding {id: $id}) RETURN f.state AS state', { id: idOf(key) }))[0]?.['state'];

const KEYS = ['NEW', 'SEEN', 'MENDING', 'ACCEPTED', 'MENDED', 'AGAIN'];
let dumped = '';

beforeEach(async () => {
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
  await load(house, ...PEOPLE, ...KEYS.map(stale));
  const agency = await as(house, 'CLERK', { organization: 'A' });
  const authority = await as(house, 'AUTHORITY', { organization: 'DA', jurisdiction: 'KM' });
  await judge(agency, 'SEEN', 'SEE');
  await judge(agency, 'MENDING', 'CORRECT');
  await judge(authority, 'ACCEPTED', 'ACCEPT', ', reason: "系统迁移", until: "2026-11-30"');
  await load(house, fresh('MENDED'), fresh('AGAIN'));
  await load(house, stale('AGAIN'));
  dumped = bundle.fresh();
  await dumpBundle(house.graph, dumped);
});

async function loadedAnew(into = house): Promise<void> {
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
  expect(await loadBundle(into, [dumped])).toMatchObject({ written: true, refused: 0, findingsPending: false });
}

describe('a dump keeps what became of findings', () => {
  it('each state, by whom, why, until when, and since when it is known', async () => {
    const before = await lives();
    expect(await Promise.all(KEYS.map(stateOf))).toEqual([
      'NEW',
      'SEEN',
      'IN_CORRECTION',
      'ACCEPTED',
      'CORRECTED',
      'REOPENED',
    ]);
    await loadedAnew();
    expect(await lives()).toEqual(before);
    const again = bundle.fresh();
    await dumpBundle(house.graph, again);
    expect(filesOf(again)).toEqual(filesOf(dumped));
  });

  it('also where the registry it goes into is served meanwhile', async () => {
    const before = await lives();
    keepInMemory(house.graph);
    await loadedAnew();
    expect(await lives()).toEqual(before);
  });

  it('so that a later day goes on where it stood', async () => {
    await loadedAnew(on('2026-11-24'));
    expect(await stateOf('ACCEPTED')).toBe('ACCEPTED');
    expect(await evaluate(on('2026-12-01'))).toBe('EVALUATED');
    expect(await Promise.all(['ACCEPTED', 'SEEN', 'MENDED'].map(stateOf))).toEqual(['REOPENED', 'SEEN', 'REOPENED']);
  });

  it('but is not believed what it says of today', async () => {
    const files = filesOf(dumped);
    const forged = files['history/finding.jsonl']!.replaceAll(/"message":"[^"]*"/g, '"message":"没有问题"');
    const before = await lives();
    dumped = bundle.folder({ ...files, 'history/finding.jsonl': forged });
    await loadedAnew();
    const holding = (all: Awaited<ReturnType<typeof lives>>) =>
      all.filter((one) => (one as Record<string, unknown>)['state'] !== 'CORRECTED');
    expect(holding(await lives())).toEqual(holding(before));
  });

  it('and is refused whole where a finding is of nothing, or none', async () => {
    const files = filesOf(dumped);
    const lines = files['history/finding.jsonl']!.trim().split('\n');
    const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ rule }) => rule === 'R14-6')!;
    const key = 'R14-6|Dataset:NOBODY';
    const wrong = [
      { ...said, subject: 'Dataset:NOBODY', key },
      { ...said, key },
      { ...said, state: 'FORGIVEN' },
    ].map((line) => `${JSON.stringify(line)}\n`);
    await empty(house.graph);
    await openHouse(house.graph, house.clock);
    const report = await loadBundle(house, [bundle.folder({ ...files, 'history/finding.jsonl': wrong.join('') })]);
    expect(report.refusals.map(({ code, line }) => [code, line])).toEqual([
      ['UNKNOWN_REFERENCE', 1],
      ['NOT_HISTORY', 2],
      ['NOT_HISTORY', 3],
    ]);
    expect(await lives()).toEqual([]);
  });
});

it('a load of a dump that is taken back leaves no findings', async () => {
  await loadedAnew();
  const [load] = await query('MATCH (r:Record) RETURN r.load AS load LIMIT 1');
  await query(
    "MATCH (l:Load {id: $load}) SET l.state = 'WRITING', l.owner = 'nobody 1 1', l.beatAt = 0 WITH l MATCH (r:Registry) SET r.loading = l.id",
    { load: load!['load'] },
  );
  await undoInterrupted(house.graph);
  expect(await query('MATCH (r:Record) RETURN count(r) AS records')).toEqual([{ records: 0 }]);
  expect(await lives()).toEqual([]);
});

it('a dump tells of findings in its history alone', () => {
  const plain = Object.keys(filesOf(dumped)).filter((name) => !/^(history|audit)\//.test(name));
  for (const name of plain) expect(readFileSync(join(dumped, name), 'utf8')).not.toContain('"record":"finding"');
});
