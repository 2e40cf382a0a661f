import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { recordDeed } from '../../src/audit/audit.service.ts';
import { type Head, openHead } from '../../src/audit/head.ts';
import { jwsOf } from '../../src/audit/heads-file.ts';
import { readContent } from '../../src/audit/record.ts';
import { type SealKey, sealKey, trustedKeys } from '../../src/audit/seal-key.ts';
import { sealAll, startSealer } from '../../src/audit/sealer.service.ts';
import { chanceOf } from '../chance.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';
import { deed } from './deeds.ts';
import { mth } from './rfc9162.ts';

const WORK = { name: 'test', limit: 30_000 };
const house = await stage();
let home = '';
let key: SealKey;
beforeEach(async () => {
  await empty(house.graph);
  rmSync(home || join(tmpdir(), 'shuyuan-none'), { recursive: true, force: true });
  home = mkdtempSync(join(tmpdir(), 'shuyuan-seal-'));
  key = await sealKey(home, undefined);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const record = (of: Parameters<typeof deed>[0] = {}) => house.graph.write(WORK, (tx) => recordDeed(tx, deed(of)));
const seal = () => sealAll({ graph: house.graph, key, home });
const lines = () => readFileSync(join(home, 'heads.jsonl'), 'utf8').trim().split('\n');

/** Contents in the order of the log; fails when places are not 0, 1, 2 … */
async function sealedContents(): Promise<string[]> {
  const rows = await query(
    'MATCH (r:AuditRecord) WHERE r.sealed IS NOT NULL RETURN r.content AS content, r.sealed AS sealed ORDER BY sealed',
  );
  expect(rows.map(({ sealed }) => sealed)).toEqual(rows.map((_, i) => i));
  return rows.map(({ content }) => String(content));
}

/** The heads in the file, each opened with the public key that an auditor would be given. */
async function heads(): Promise<Head[]> {
  const keys = await trustedKeys(home);
  const opened = await Promise.all(lines().map((line) => openHead(jwsOf(line)!, keys)));
  return opened.map((head) => ('fault' in head ? expect.fail(head.fault) : head));
}

/** Every head in the file and in the graph covers exactly the records below its size, by the RFC's own definition. */
async function expectHeadsToHold(): Promise<void> {
  const leaves = (await sealedContents()).map((content) => Buffer.from(content));
  const all = await heads();
  for (const { size, root } of all)
    expect(mth(leaves.slice(0, size)).toString('base64url'), `head of ${size}`).toBe(root);
  const held = await query('MATCH (h:AuditHead) RETURN h.jws AS jws ORDER BY h.size');
  expect(lines().map(jwsOf)).toEqual(held.map(({ jws }) => jws));
  expect(all.at(-1)?.size).toBe(leaves.length);
}

describe('a sealer', () => {
  it('seals what waits, in order, under one signed head, and finds nothing to do after that', async () => {
    for (let i = 0; i < 5; i++) await record({ subject: `Dataset:${i}`, at: 1000 + i });
    expect(await seal()).toBe(5);
    expect((await sealedContents()).map((content) => readContent(content)!.at)).toEqual([1000, 1001, 1002, 1003, 1004]);
    expect(await seal()).toBe(0);
    expect(lines()).toHaveLength(1);
    await expectHeadsToHold();
  });

  it('keeps the order of deeds about one subject, also when a server’s clock runs behind', async () => {
    for (const at of [5000, 4000, 3000]) await record({ at });
    await seal();
    expect((await sealedContents()).map((content) => readContent(content)!.at)).toEqual([5000, 4000, 3000]);
  });

  it('chains each head to the one before', async () => {
    for (let i = 0; i < 3; i++) {
      await record();
      await seal();
    }
    const [first, second, third] = await heads();
    expect(first!.previous).toBeNull();
    expect(new Set([second!.previous, third!.previous, null]).size).toBe(3);
    await expectHeadsToHold();
  });

  it('seals at most a second after the deed', async () => {
    const sealer = startSealer({ graph: house.graph, key, home }, (error) => expect.fail(String(error)));
    await record();
    await sleep(1000);
    await sealer.stop();
    expect(await query('MATCH (r:Unsealed) RETURN r')).toEqual([]);
  });

  it('goes beside others: no record twice, none left, over several tiles', async () => {
    const sealers = Array.from({ length: 3 }, () =>
      startSealer({ graph: house.graph, key, home }, (error) => expect.fail(String(error))),
    );
    await Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let i = 0; i < 100; i++) await record({ subject: `Dataset:${writer % 3}` });
      }),
    );
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    await seal();
    expect(await sealedContents()).toHaveLength(600);
    const held = await query('MATCH (h:AuditHead) RETURN h.jws AS jws ORDER BY h.size');
    expect(new Set(lines().map(jwsOf))).toEqual(new Set(held.map(({ jws }) => jws)));
  });

  it('refuses to extend a tree whose hashes were taken away', async () => {
    await record();
    await seal();
    await query('MATCH (t:AuditTile) DELETE t');
    await record();
    await expect(seal()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('does not add to a file of heads that tells of a longer log or another one', async () => {
    await record();
    await seal();
    await query('MATCH (n) WHERE n:AuditRecord OR n:AuditLog OR n:AuditHead OR n:AuditTile DETACH DELETE n');
    await record();
    await expect(seal()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(lines()).toHaveLength(1);
  });

  it('writes a torn last line of the file anew', async () => {
    await record();
    await seal();
    const whole = readFileSync(join(home, 'heads.jsonl'), 'utf8');
    await record();
    await seal();
    writeFileSync(join(home, 'heads.jsonl'), `${whole}{"size":2,"head":"eyJ`);
    await seal();
    await expectHeadsToHold();
  });
});

describe('the seal key', () => {
  it('is made at the first start, for the owner alone, and stays', async () => {
    expect(statSync(join(home, 'seal-key.pem')).mode & 0o777).toBe(0o600);
    const again = await Promise.all([1, 2, 3].map(() => sealKey(home, undefined)));
    expect(new Set(again.map(({ id }) => id))).toEqual(new Set([key.id]));
  });

  it('is one key when two servers make it at once', async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'shuyuan-seal-'));
    const keys = await Promise.all(Array.from({ length: 8 }, () => sealKey(fresh, undefined)));
    rmSync(fresh, { recursive: true });
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
  });

  it('may be an own file; what was sealed before stays trusted', async () => {
    const file = join(home, 'own.pem');
    writeFileSync(file, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const own = await sealKey(home, file);
    expect(new Set((await trustedKeys(home)).keys())).toEqual(new Set([key.id, own.id]));
  });

  it('of another kind is refused', async () => {
    const file = join(home, 'rsa.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    for (const named of [file, join(home, 'none.pem')])
      await expect(sealKey(home, named)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('a server that is killed between deed and seal', () => {
  const running = new Set<ChildProcess>();
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  it('loses nothing and seals nothing twice, at 20 random moments', { timeout: 240_000 }, async () => {
    const { next } = chanceOf(5);
    const done: string[] = [];
    for (let round = 0; round < 20; round++) {
      const arguments_ = [join(import.meta.dirname, 'busy-server.ts'), JSON.stringify(inject('graph')), home];
      const child = spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] });
      running.add(child);
      let first = true;
      for await (const id of createInterface({ input: child.stdout! })) {
        done.push(id);
        if (first) void sleep(next() * 900).then(() => child.kill('SIGKILL'));
        first = false;
      }
      running.delete(child);
    }
    const unsealed = await query('MATCH (r:Unsealed) RETURN count(*) AS count');
    expect(unsealed[0]!['count'], 'some rounds ended between deed and seal').toBeGreaterThan(0);
    await seal();
    const ids = (await sealedContents()).map((content) => readContent(content)!.id);
    expect(done.length).toBeGreaterThan(50);
    expect(new Set(ids).size).toBe(ids.length);
    expect(done.filter((id) => !ids.includes(id))).toEqual([]);
    await expectHeadsToHold();
  });
});
