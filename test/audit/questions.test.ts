import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordDeed } from '../../src/audit/audit.service.ts';
import { openHead } from '../../src/audit/head.ts';
import { isConsistent, rootFromInclusion } from '../../src/audit/merkle.ts';
import { isRecordedReading, recordReading } from '../../src/audit/reading.service.ts';
import { auditRecords, mayReadAudit } from '../../src/audit/records.service.ts';
import { sealKey, trustedKeys } from '../../src/audit/seal-key.ts';
import { sealAll } from '../../src/audit/sealer.service.ts';
import { roles } from '../../src/identity/role.ts';
import { KEEPER_VIEWER, PUBLIC_VIEWER } from '../../src/identity/viewer.ts';
import { post, servingOf } from '../server/face.ts';
import { tokenOf } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { local, stage } from '../stage/stage.ts';
import { deed } from './deeds.ts';

const WORK = { name: 'test', limit: 30_000 };
const house = await stage();
const home = mkdtempSync(join(tmpdir(), 'shuyuan-questions-'));
const desk = { graph: house.graph, viewer: local };
let token = '';

beforeAll(async () => {
  token = await tokenOf(house, 'AUDITOR');
  await query('MATCH (n) WHERE n:AuditRecord OR n:AuditSubject DETACH DELETE n');
  for (let i = 0; i < 40; i++)
    await house.graph.write(WORK, (tx) =>
      recordDeed(
        tx,
        deed({
          id: `deed-${String(i).padStart(2, '0')}`,
          at: 1_000 + Math.floor(i / 2),
          subject: `Dataset:${i % 4}`,
          act: i % 5 === 0 ? 'flow:save' : 'dataset:save',
          actor: { ...deed().actor, account: i % 3 === 0 ? null : `Account:${i % 3}` },
        }),
      ),
    );
  await sealAll({ graph: house.graph, home, key: await sealKey(home, undefined) });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const ids = async (question: Parameters<typeof auditRecords>[1]) =>
  (await auditRecords(desk, { first: 100, ...question })).edges.map(({ node }) => node.id);
const wanted = (of: (i: number) => boolean) =>
  Array.from({ length: 40 }, (_, i) => i)
    .filter(of)
    .map((i) => `deed-${String(i).padStart(2, '0')}`)
    .reverse();

describe('audit records are found', () => {
  it('by subject, actor, act and moment, alone and together, latest first', async () => {
    expect(await ids({})).toEqual(wanted(() => true));
    expect(await ids({ subject: 'Dataset:1' })).toEqual(wanted((i) => i % 4 === 1));
    expect(await ids({ act: 'flow:save' })).toEqual(wanted((i) => i % 5 === 0));
    expect(await ids({ actor: 'Account:2' })).toEqual(wanted((i) => i % 3 === 2));
    expect(await ids({ actor: 'https://issuer.test clerk-1' })).toEqual(wanted((i) => i % 3 === 0));
    expect(await ids({ from: 1005, to: 1007 })).toEqual(wanted((i) => i >= 10 && i < 14));
    expect(await ids({ subject: 'Dataset:1', actor: 'Account:2', act: 'flow:save', from: 1000, to: 1019 })).toEqual(
      wanted((i) => i % 4 === 1 && i % 3 === 2 && i % 5 === 0 && i < 38),
    );
  });

  it('a page at a time, each once', async () => {
    for (const question of [{}, { subject: 'Dataset:1' }, { act: 'dataset:save' }, { actor: 'Account:1' }]) {
      const found: string[] = [];
      for (let after: string | null = null; ; ) {
        const { edges, hasNextPage } = await auditRecords(desk, { ...question, first: 3, after });
        found.push(...edges.map(({ node }) => node.id));
        if (!hasNextPage) break;
        after = edges.at(-1)!.cursor;
      }
      expect(found).toEqual(await ids(question));
    }
    await expect(auditRecords(desk, { after: 'none' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(auditRecords(desk, { first: 1001 })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('by auditors alone, and by whoever holds the machine', async () => {
    const may = roles.filter((role) => mayReadAudit({ ...PUBLIC_VIEWER, role }));
    expect(may.toSorted()).toEqual(['AUDITOR', 'KEEPER']);
    await expect(auditRecords({ ...desk, viewer: PUBLIC_VIEWER }, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(mayReadAudit(KEEPER_VIEWER)).toBe(true);
  });
});

describe('through the API', () => {
  const RECORDS = `{ treeHead { size jws } auditRecords(subject: "Dataset:1", first: 5) { pageInfo { hasNextPage }
    edges { node { id act at digest sealed actor { account role } subjects { id before after }
      inclusion { leafIndex treeSize path head } } } } }`;

  it('an auditor gets records with proofs that hold under the signed head', async () => {
    const { data, errors } = await post(servingOf(house).serving, RECORDS, {}, { token });
    expect(errors).toBeUndefined();
    const { edges } = data!['auditRecords'] as { edges: { node: Record<string, unknown> }[] };
    expect(edges).toHaveLength(5);
    for (const { node } of edges) {
      const { leafIndex, treeSize, path, head } = node['inclusion'] as {
        leafIndex: number;
        treeSize: number;
        path: string[];
        head: string;
      };
      const opened = await openHead(head, await trustedKeys(home));
      const hashes = path.map((text) => Buffer.from(text, 'base64url'));
      const root = rootFromInclusion(Buffer.from(String(node['digest']), 'base64url'), leafIndex, treeSize, hashes);
      expect(opened).toMatchObject({ size: treeSize, root: root?.toString('base64url') });
    }
  });

  it('the same number of statements is asked for one record and for many', async () => {
    const counted = async (first: number) => {
      let count = 0;
      const stop = house.graph.listen(() => count++);
      await post(servingOf(house).serving, RECORDS.replace('first: 5', `first: ${first}`), {}, { token });
      stop();
      return count;
    };
    expect(await counted(10)).toBe(await counted(2));
  });

  it('consistency between two heads is proved', async () => {
    await house.graph.write(WORK, (tx) => recordDeed(tx, deed({ subject: 'Dataset:later' })));
    await sealAll({ graph: house.graph, home, key: await sealKey(home, undefined) });
    const held = await query('MATCH (h:AuditHead) RETURN h.jws AS jws ORDER BY h.size');
    const keys = await trustedKeys(home);
    const [first, second] = await Promise.all(held.slice(-2).map(({ jws }) => openHead(String(jws), keys)));
    if ('fault' in first! || 'fault' in second!) throw new Error('a head does not hold');
    const text = `{ consistency(from: ${first!.size}, to: ${second!.size}) }`;
    const { data } = await post(servingOf(house).serving, text, {}, { token });
    const rooted = ({ size, root }: { size: number; root: string }) => ({ size, root: Buffer.from(root, 'base64url') });
    const proof = (data!['consistency'] as string[]).map((hash) => Buffer.from(hash, 'base64url'));
    expect(isConsistent(rooted(first!), rooted(second!), proof)).toBe(true);
  });

  it('the public gets nothing of it', async () => {
    for (const text of [
      '{ auditRecords { pageInfo { hasNextPage } } }',
      '{ treeHead { size } }',
      '{ consistency(from: 1, to: 2) }',
    ]) {
      const { errors } = await post(servingOf(house).serving, text);
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});

describe('reading what is personal or of level 4 and above', () => {
  it('is told from the content of a record', () => {
    expect(isRecordedReading({ level: 3, items: [{ name: 'a', personal: 'NONE' }] })).toBe(false);
    expect(isRecordedReading({ level: 4 })).toBe(true);
    expect(isRecordedReading({ items: [{ name: 'a', level: 5 }] })).toBe(true);
    expect(isRecordedReading({ items: [{ name: 'a', personal: 'PERSONAL' }] })).toBe(true);
    expect(isRecordedReading({ sensitivity: 'SENSITIVE' })).toBe(true);
  });

  it('is put on record once a request, with all that was read', async () => {
    const { actor } = deed();
    const subjects = new Set(['Dataset:secret', 'Dataset:personal']);
    await recordReading(house.graph, { request: 'reading-1', actor, onBehalfOf: null, subjects });
    await recordReading(house.graph, { request: 'reading-2', actor, onBehalfOf: null, subjects: new Set() });
    const [record, ...others] = (await auditRecords(desk, { act: 'record:read' })).edges;
    expect(others).toEqual([]);
    expect(record!.node).toMatchObject({ request: 'reading-1', detail: { count: 2 } });
    expect(await ids({ subject: 'Dataset:secret' })).toEqual([record!.node.id]);
  });
});
