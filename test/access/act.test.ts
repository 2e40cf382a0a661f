import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { saveDataset, saveFlow, saveOrganization } from '../../src/exchange/edit/edit.service.ts';
import type { House } from '../../src/house/house.ts';
import { openHouse } from '../../src/house/house.ts';
import { upkeep } from '../../src/house/upkeep.ts';
import type { Viewer } from '../../src/identity/viewer.ts';
import { generationOf } from '../exchange/graph.ts';
import { as } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';
import { bundleOf, randomWorld } from './worlds.ts';

let house: House;
let clerk: Viewer;
beforeAll(async () => {
  house = await stage();
});
beforeEach(async () => {
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
  await loadBundle(house, [bundleOf(randomWorld(1, 6))]);
  clerk = await as(house, 'CLERK', { organization: 'A1' });
});

const draft = (key: string, title: string, provider = 'A1') => ({ key, title, provider, state: 'DRAFT' });
const recordsOf = async (act: string) =>
  (await query('MATCH (r:AuditRecord {act: $act}) RETURN r.content AS content ORDER BY r.at, r.id', { act })).map(
    ({ content }) => JSON.parse(String(content)) as { subjects: { id: string; before?: string; after?: string }[] },
  );

describe('saving a dataset', () => {
  it('writes it, its items and its record, and the next change is based on its version', async () => {
    const content = { ...draft('N1', '新数据集'), items: [{ name: '统一社会信用代码', element: 'E1' }] };
    const first = await saveDataset(house.desk(clerk), { content, basedOn: null });
    expect(first.refusals).toEqual([]);
    const basedOn = first.done!.version;
    const second = await saveDataset(house.desk(clerk), { content: draft('N1', '改名'), basedOn });
    expect(second.done).toMatchObject({ id: 'Dataset:N1' });
    const records = await recordsOf('dataset:save');
    expect(records.map(({ subjects }) => [subjects[0]!.before ?? null, subjects[0]!.after])).toEqual([
      [null, basedOn],
      [basedOn, second.done!.version],
    ]);
    const [{ versions } = {}] = await query(
      'MATCH (d:Dataset {id: "Dataset:N1"}) RETURN COUNT { (d)-[:WAS]->() } AS versions',
    );
    expect(versions).toBe(1);
  });

  it('is refused for what is wrong with it, all at once, and changes nothing', async () => {
    const before = await generationOf(house);
    const content = { ...draft('N1', '新'), basis: ['nowhere'], levle: 3 };
    const { done, refusals } = await saveDataset(house.desk(clerk), { content, basedOn: null });
    expect(done).toBeNull();
    expect(refusals.map(({ code, path }) => [code, path])).toEqual([['UNKNOWN_FIELD', ['content', 'levle']]]);
    const named = await saveDataset(house.desk(clerk), {
      content: { ...draft('N1', '新'), basis: ['nowhere'] },
      basedOn: null,
    });
    expect(named.refusals.map(({ code, path }) => [code, path])).toEqual([
      ['UNKNOWN_REFERENCE', ['content', 'basis', '0']],
    ]);
    expect(await generationOf(house)).toBe(before);
    expect(await recordsOf('dataset:save')).toEqual([]);
  });

  it.each(['STATE', 'WORK'])('of a %s secret is refused by name of the code alone', async (secrecy) => {
    const content = { ...draft('N1', '绝密标题'), secrecy };
    const outcome = await saveDataset(house.desk(clerk), { content, basedOn: null });
    expect(outcome.refusals.map(({ code }) => code)).toEqual(['SECRET']);
    expect(JSON.stringify(outcome)).not.toContain('绝密');
    expect(
      await query(
        'MATCH (n) WHERE n.content CONTAINS "绝密" OR n.title CONTAINS "绝密" OR n.answer CONTAINS "绝密" RETURN n',
      ),
    ).toEqual([]);
  });

  it('of another organization is forbidden, also to take it over', async () => {
    const other = { content: draft('N1', '新', 'A2'), basedOn: null };
    await expect(saveDataset(house.desk(clerk), other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const held = await as(house, 'CLERK', { organization: 'A2' });
    const { done } = await saveDataset(house.desk(held), other);
    const taking = { content: draft('N1', '新', 'A1'), basedOn: done!.version };
    await expect(saveDataset(house.desk(clerk), taking)).rejects.toMatchObject({
      code: expect.stringMatching(/^(CONFLICT|FORBIDDEN)$/),
    });
  });

  it('is for clerks and reviewers of the organization and the authority above it alone', async () => {
    const may: string[] = [];
    for (const role of ['CLERK', 'REVIEWER', 'OPERATOR', 'DEVELOPER'] as const)
      may.push(...(await tries(role, { organization: 'A1' })));
    for (const role of ['AUTHORITY', 'GOVERNMENT', 'REGISTRY'] as const)
      may.push(...(await tries(role, { jurisdiction: 'PA' })));
    for (const role of ['AUDITOR', 'ADMIN', 'PUBLIC'] as const) may.push(...(await tries(role, {})));
    may.push(...(await tries('AUTHORITY', { jurisdiction: 'PD' })).map((role) => `${role} of the district`));
    expect(may).toEqual(['CLERK', 'REVIEWER', 'AUTHORITY']);
  });

  it('sent again with its key gets the first answer and is done once; the key with another content is a conflict', async () => {
    const once = { content: draft('N1', '一次'), basedOn: null };
    const first = await saveDataset(house.desk(clerk), once, { idempotencyKey: 'k1' });
    const again = await saveDataset(house.desk(clerk), once, { idempotencyKey: 'k1' });
    expect(again).toEqual(first);
    expect(await recordsOf('dataset:save')).toHaveLength(1);
    const other = { content: draft('N2', '两次'), basedOn: null };
    await expect(saveDataset(house.desk(clerk), other, { idempotencyKey: 'k1' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('a deed whose commit was done, but not heard of', () => {
  it('is not done twice when the driver tries again, and gives the answer of the first time', async () => {
    const { write } = house.graph;
    const desk = house.desk(clerk);
    const graph: House['graph'] = {
      ...house.graph,
      write: async (work, body) => {
        await write(work, body);
        return write(work, body);
      },
    };
    const again = await saveDataset({ ...desk, graph }, { content: draft('L1', '一次'), basedOn: null });
    const held = await query('MATCH (d:Dataset {id: "Dataset:L1"}) RETURN d.id AS id, d.digest AS version');
    expect([again.refusals, again.done]).toEqual([[], held[0]]);
    expect(await recordsOf('dataset:save')).toHaveLength(1);
  });

  it('has its answer kept for a week', async () => {
    await saveDataset(house.desk(clerk), { content: draft('L2', '一周'), basedOn: null }, { idempotencyKey: 'old' });
    const kept = async () => (await query('MATCH (a:Answer) RETURN a.at AS at')).length;
    const before = await kept();
    await query('MATCH (a:Answer) SET a.at = a.at - 6 * 24 * 3600000');
    await upkeep(house.graph, house.clock);
    expect(await kept()).toBe(before);
    await query('MATCH (a:Answer) SET a.at = a.at - 24 * 3600000 - 1');
    await upkeep(house.graph, house.clock);
    expect(await kept()).toBe(0);
  });
});

async function tries(role: Parameters<typeof as>[1], place: Parameters<typeof as>[2]): Promise<string[]> {
  const viewer = await as(house, role, place);
  const key = `T ${role} ${Object.values(place ?? {}).join()}`;
  return saveDataset(house.desk(viewer), { content: draft(key, '试'), basedOn: null }).then(
    () => [role],
    (error: { code: string }) => {
      expect(error.code).toBe('FORBIDDEN');
      return [];
    },
  );
}

describe('many at once', () => {
  it('fifty clerks lose no act and double none, and each act has its record', async () => {
    const clerks = await Promise.all(
      Array.from({ length: 50 }, (_, i) => as(house, 'CLERK', { organization: 'A1', person: `经办${i}` })),
    );
    const outcomes = await Promise.all(
      clerks.map((who, i) => saveDataset(house.desk(who), { content: draft(`M${i}`, `并发${i}`), basedOn: null })),
    );
    expect(outcomes.filter(({ done }) => done !== null)).toHaveLength(50);
    const [{ written } = {}] = await query(
      'MATCH (d:Dataset) WHERE d.title STARTS WITH "并发" RETURN count(d) AS written',
    );
    const about = (await recordsOf('dataset:save')).map(({ subjects }) => subjects[0]!.id);
    expect([written, new Set(about).size, about.length]).toEqual([50, 50, 50]);
  });

  it('of fifty who change one record exactly one wins, the others are told of the conflict', async () => {
    const { done } = await saveDataset(house.desk(clerk), { content: draft('R', '原'), basedOn: null });
    const race = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        saveDataset(house.desk(clerk), { content: draft('R', `改${i}`), basedOn: done!.version }),
      ),
    );
    const won = race.filter(({ status }) => status === 'fulfilled');
    const codes = race.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    expect([won.length, new Set(codes), codes.length]).toEqual([1, new Set(['CONFLICT']), 49]);
    expect(await recordsOf('dataset:save')).toHaveLength(2);
  });

  it('a deed whose record cannot be written has not happened', async () => {
    await query('CREATE CONSTRAINT test_no_records IF NOT EXISTS FOR (r:AuditRecord) REQUIRE r.act IS UNIQUE');
    try {
      await saveDataset(house.desk(clerk), { content: draft('U1', '一'), basedOn: null });
      const before = await generationOf(house);
      await expect(saveDataset(house.desk(clerk), { content: draft('U2', '二'), basedOn: null })).rejects.toThrow();
      expect(await generationOf(house)).toBe(before);
    } finally {
      await query('DROP CONSTRAINT test_no_records');
    }
    expect(await query('MATCH (d:Dataset {id: "Dataset:U2"}) RETURN d')).toEqual([]);
  });
});

describe('recording a flow', () => {
  it('is done in one’s own name between assets that one sees, one of them one’s own', async () => {
    await saveDataset(house.desk(clerk), { content: { ...draft('F1', '甲'), state: 'PUBLISHED' }, basedOn: null });
    const content = {
      from: 'Dataset:X0',
      to: 'Dataset:F1',
      kind: 'SUPPLIED',
      assertedBy: 'A1',
      validFrom: '2026-01-01',
    };
    expect((await saveFlow(house.desk(clerk), { content })).done).toMatchObject({ recorded: 1, retired: 0 });
    expect((await saveFlow(house.desk(clerk), { content })).done).toMatchObject({ recorded: 0, retired: 0 });
    const said = await saveFlow(house.desk(clerk), { content: { ...content, evidence: '函' } });
    expect(said.done).toMatchObject({ recorded: 1, retired: 1 });
    const other = await saveFlow(house.desk(clerk), { content: { ...content, assertedBy: 'A2' } });
    expect(other.refusals.map(({ code }) => code)).toEqual(['NOT_OWN_ASSERTION']);
    const stranger = await as(house, 'CLERK', { organization: 'B1' });
    await expect(saveFlow(house.desk(stranger), { content: { ...content, assertedBy: 'B1' } })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

it('an organization that moves takes what it owns along', async () => {
  const authority = await as(house, 'AUTHORITY', { jurisdiction: 'PA' });
  const [{ version } = {}] = await query('MATCH (o:Organization {id: "Organization:D1"}) RETURN o.digest AS version');
  const { done } = await saveOrganization(house.desk(authority), {
    content: { key: 'D1', name: '甲区局', kind: 'AGENCY', jurisdiction: 'PA' },
    basedOn: String(version),
  });
  expect(done).not.toBeNull();
  const places = await query('MATCH (r:Record {owner: "Organization:D1"}) RETURN DISTINCT r.place AS place');
  expect(places.every(({ place }) => place === 'Jurisdiction:PA')).toBe(true);
});
