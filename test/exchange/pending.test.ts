import { beforeEach, expect, it } from 'vitest';
import { reportInWords } from '#src/cli/load-report.ts';
import { evaluate } from '#src/compliance/evaluation.service.ts';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import { Fault } from '#src/foundation/fault.ts';
import { type House, openHouse } from '#src/house/house.ts';
import { dataset, PEOPLE } from '../compliance/scene.ts';
import { answer } from '../schema/asking.ts';
import { as } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';
import { bundles } from './lines.ts';

const bundle = bundles();
const house = await stage('2026-11-23');
const stale = dataset('X', { cycle: 'DAILY', updatedOn: '2026-11-01' });
const found = () => query("MATCH (f:Finding {id: 'Finding:R14-6|Dataset:X'}) RETURN f.state AS state");
const isCurrent = async () =>
  (await answer<{ evaluation: { current: boolean } }>(house, '{ evaluation { current } }')).evaluation.current;

beforeEach(async () => {
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
});

it('a load whose findings cannot be told yet says so, in words and in JSON, and the next run tells them', async () => {
  const slow: House = {
    ...house,
    graph: {
      ...house.graph,
      read: (work, body) =>
        work.name.startsWith('evaluation')
          ? Promise.reject(new Fault('TIME_LIMIT', 'too slow'))
          : house.graph.read(work, body),
    },
  };
  const report = await loadBundle(slow, [bundle.of(...PEOPLE, stale)]);
  expect(report).toMatchObject({ written: true, findingsPending: true });
  expect(reportInWords(report, false)).toContain('Findings and levels are pending');
  expect(JSON.parse(JSON.stringify(report))).toMatchObject({ findingsPending: true });
  expect([await found(), await isCurrent()]).toEqual([[], false]);
  expect(await evaluate(house)).toBe('EVALUATED');
  expect([await found(), await isCurrent()]).toEqual([[{ state: 'NEW' }], true]);
});

it('a load returns when findings are current, and says so; what was not written says nothing of them', async () => {
  const report = await loadBundle(house, [bundle.of(...PEOPLE, stale)]);
  expect(report).toMatchObject({ written: true, findingsPending: false });
  expect(reportInWords(report, false)).toContain('Findings and levels are current');
  expect([await found(), await isCurrent()]).toEqual([[{ state: 'NEW' }], true]);
  const refused = await loadBundle(house, [bundle.of({ record: 'nothing' })]);
  expect(refused).toMatchObject({ written: false, findingsPending: false });
  expect(reportInWords(refused, false)).not.toContain('Findings and levels');
});

it('an act that is not followed at once says so', async () => {
  await loadBundle(house, [bundle.of(...PEOPLE)]);
  const clerk = await as(house, 'CLERK', { organization: 'A' });
  const { record: _record, ...content } = stale;
  const save = (key: string) =>
    answer<{ datasetSave: { findingsPending: boolean } }>(
      { ...house, desk: () => house.desk(clerk) } as House,
      'mutation ($input: DatasetSaveInput!) { datasetSave(input: $input) { findingsPending refusals { code } } }',
      { input: { content: { ...content, key } } },
    );
  await query('MATCH (e:Evaluation) SET e.took = 0');
  expect(await save('X')).toEqual({ datasetSave: { findingsPending: false, refusals: [] } });
  expect(await found()).toEqual([{ state: 'NEW' }]);
  // A run over everything takes an hour here: nobody waits for it.
  await query('MATCH (e:Evaluation) SET e.took = 3600000');
  expect(await save('Y')).toEqual({ datasetSave: { findingsPending: true, refusals: [] } });
  expect(await isCurrent()).toBe(false);
  expect(await evaluate(house)).toBe('EVALUATED');
  expect(await query("MATCH (f:Finding {id: 'Finding:R14-6|Dataset:Y'}) RETURN f.state AS state")).toEqual([
    { state: 'NEW' },
  ]);
});
