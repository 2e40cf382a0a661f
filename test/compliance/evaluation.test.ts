import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { clockFrom } from '#src/calendar/clock.ts';
import { evaluate, isEvaluated, warmUp } from '#src/compliance/evaluation.service.ts';
import { keepInMemory } from '#src/compliance/residence.ts';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import { verifyRegistry } from '#src/exchange/bundle/verify.service.ts';
import type { House } from '#src/house/house.ts';
import { answer, ask } from '../schema/asking.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';

const house = await stage('2026-11-23');
beforeEach(async () => {
  await empty(house.graph);
  await query("CREATE (:Registry {name: 'shuyuan', generation: 0, recordedUpTo: 0, sweptAt: 0})");
});

const load = async (...lines: object[]) => {
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'some.jsonl');
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  expect(await loadBundle(house, [file])).toMatchObject({ refused: 0, written: true, findingsPending: false });
};
const at = (moment: string): House => ({ ...house, clock: clockFrom(moment)! });
const found = async () =>
  (await query("MATCH (f:Finding) WHERE f.state <> 'CORRECTED' RETURN f.id AS id ORDER BY id")).map(({ id }) => id);
const organization = { record: 'organization', key: 'O', name: '虚构数据局', kind: 'AGENCY' };
const dataset = {
  record: 'dataset',
  key: 'D',
  title: '虚构数据',
  provider: 'O',
  collector: 'O',
  approver: 'O',
  form: 'DATABASE',
  items: [{ name: '名称', personal: 'NONE' }],
  share: 'UNCONDITIONAL',
  open: 'UNCONDITIONAL',
  cycle: 'DAILY',
  state: 'PUBLISHED',
  updatedOn: '2026-11-22',
  level: 1,
};

describe('a registry that is too large to be kept in memory', () => {
  it('is read once to find that out, and not again while nothing calls for it', async () => {
    await load(organization, { ...dataset, updatedOn: '2026-11-01' });
    const small: House = { ...house, graph: { ...house.graph } };
    const residence = keepInMemory(small.graph, 0);
    const read: string[] = [];
    const stop = house.graph.listen((statement) => read.push(statement));
    await warmUp(small);
    expect(residence.resident).toBeNull();
    expect(read).toContain('compliance/page-facts');
    read.length = 0;
    await warmUp(small);
    stop();
    expect(read).toEqual([]);
    expect(await found()).toEqual(['Finding:R14-6|Dataset:D']);
  });
});

describe('findings and levels are current', () => {
  it('after a load', async () => {
    await load(organization, { ...dataset, updatedOn: '2026-11-01' });
    expect(await found()).toEqual(['Finding:R14-6|Dataset:D']);
    expect(await evaluate(house)).toBe('CURRENT');
  });

  it('when a day begins, also where nothing changed', async () => {
    await load(organization, dataset);
    expect(await found()).toEqual([]);
    expect(await evaluate(at('2026-11-24T23:59:00+08:00'))).toBe('EVALUATED');
    expect(await found()).toEqual([]);
    expect(await evaluate(at('2026-11-25'))).toBe('EVALUATED');
    expect(await found()).toEqual(['Finding:R14-6|Dataset:D']);
    expect(await evaluate(at('2026-11-25T13:00:00+08:00'))).toBe('CURRENT');
  });

  it('when the clock is set back', async () => {
    await load(organization, { ...dataset, updatedOn: '2026-11-01' });
    expect(await evaluate(at('2026-11-02'))).toBe('EVALUATED');
    expect(await found()).toEqual([]);
  });

  it('when a flow begins in the middle of the day', async () => {
    const source = { ...dataset, key: 'S', title: '虚构来源', level: 3 };
    const flow = { record: 'flow', from: 'Dataset:S', to: 'Dataset:D', kind: 'DERIVED', assertedBy: 'O' };
    await load(organization, dataset, source, { ...flow, validFrom: '2026-11-23T15:00:00+08:00' });
    const level = async () => (await query("MATCH (a:Dataset {key: 'D'}) RETURN a.computedLevel AS level"))[0];
    expect(await level()).toEqual({ level: 1 });
    expect(await evaluate(at('2026-11-23T14:59:00+08:00'))).toBe('CURRENT');
    expect(await evaluate(at('2026-11-23T15:00:00+08:00'))).toBe('EVALUATED');
    expect(await level()).toEqual({ level: 3 });
    expect(await found()).toEqual(['Finding:R25-1|Dataset:D|VIOLATION']);
  });

  it('without telling an empty registry of anything', async () => {
    expect(await evaluate(house)).toBe('EVALUATED');
    expect(await found()).toEqual([]);
  });
});

describe('a run that writes in parts', () => {
  const NUMBER = 30;
  const loadMany = async () => {
    const many = Array.from({ length: NUMBER }, (_, i) => ({
      ...dataset,
      key: `D${String(i).padStart(2, '0')}`,
      title: `虚构数据${i}`,
      updatedOn: '2026-11-01',
    }));
    await load(organization, ...many);
    await query('MATCH (f:Finding) DETACH DELETE f');
    await query('MATCH (d:Dataset) SET d.computedLevel = null');
    await query('MATCH (e:Evaluation) SET e.generation = -1');
  };
  const counts = async () => {
    const [found] = await query(
      'MATCH (d:Dataset) WITH count(d.computedLevel) AS levels OPTIONAL MATCH (f:Finding) RETURN levels, count(f) AS findings',
    );
    return found;
  };

  it('writes every finding and level', async () => {
    await loadMany();
    expect(await evaluate(house, 7)).toBe('EVALUATED');
    expect(await counts()).toEqual({ levels: NUMBER, findings: NUMBER });
    expect((await verifyRegistry(house.graph)).wrong).toBeNull();
    expect(await answer(house, '{ findings { totalCount } evaluation { current } }')).toEqual({
      findings: { totalCount: NUMBER },
      evaluation: { current: true },
    });
  });

  it.each([1, 2, 4, 6])(
    'tells nobody half of it when it is killed after %d writes, and is done again',
    async (writes) => {
      await loadMany();
      let left = writes;
      const dying: typeof house.graph = {
        ...house.graph,
        write: (work, body) => (left-- > 0 ? house.graph.write(work, body) : Promise.reject(new Error('killed'))),
      };
      await expect(evaluate({ graph: dying, clock: house.clock }, 7)).rejects.toThrow('killed');
      const { errors } = await ask(house, '{ findings { totalCount } }');
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'UNAVAILABLE' });
      expect(await answer(house, '{ evaluation { current } }')).toEqual({ evaluation: { current: false } });
      expect(await isEvaluated(house)).toBe(true);
      expect(await counts()).toEqual({ levels: NUMBER, findings: NUMBER });
      expect(await evaluate(house)).toBe('CURRENT');
    },
  );
});

it('why a level is what it is', async () => {
  const person = {
    ...dataset,
    key: 'S',
    title: '虚构来源',
    items: [{ name: '病历', personal: 'SENSITIVE' }],
    level: 4,
  };
  const flow = {
    record: 'flow',
    from: 'Dataset:S',
    to: 'Dataset:D',
    kind: 'DERIVED',
    assertedBy: 'O',
    validFrom: '2026-01-01',
  };
  await load(organization, { ...person, open: 'NONE', openReason: '敏感' }, { ...dataset, level: 4 }, flow);
  const text = '{ levelReason(of: "Dataset:D") { asset { id computedLevel } level cause from { id } fused } }';
  expect(await answer(house, text)).toEqual({
    levelReason: [
      { asset: { id: 'Dataset:D', computedLevel: 4 }, level: 4, cause: 'DECLARED', from: null, fused: false },
    ],
  });
  await load({ ...dataset, level: 1 });
  expect(await answer(house, text)).toMatchObject({
    levelReason: [
      { asset: { id: 'Dataset:D' }, cause: 'SOURCE', from: { id: 'Dataset:S' } },
      { asset: { id: 'Dataset:S' }, cause: 'OWN_ITEM', from: null },
    ],
  });
  // Its level of 4, opened whole, was a finding before; now the level is too low.
  const sheet =
    '{ node(id: "Organization:O") { ... on Organization { compliance { violations corrected lines { count } } } } }';
  expect(await answer(house, sheet)).toMatchObject({ node: { compliance: { violations: 1, corrected: 1 } } });
});
