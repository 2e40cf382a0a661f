import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordDeed } from '../../src/audit/audit.service.ts';
import { headDigest, peekHead, signHead } from '../../src/audit/head.ts';
import { jwsOf } from '../../src/audit/heads-file.ts';
import { digestOf } from '../../src/audit/record.ts';
import { keyOf, type SealKey, sealKey, trustedKeys } from '../../src/audit/seal-key.ts';
import { sealAll } from '../../src/audit/sealer.service.ts';
import { type AuditVerification, verifyAudit } from '../../src/audit/verify.service.ts';
import { dumpBundle } from '../../src/exchange/bundle/dump.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { openHouse } from '../../src/house/house.ts';
import { filesOf } from '../exchange/graph.ts';
import { bundles, element } from '../exchange/lines.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';
import { deed } from './deeds.ts';

const WORK = { name: 'test', limit: 30_000 };
const RECORDS = 300;
const bundle = bundles();
const house = await stage();
const home = mkdtempSync(join(tmpdir(), 'shuyuan-verify-'));
const file = join(home, 'heads.jsonl');
const dump = bundle.fresh();
let key: SealKey;
let heads = '';

const record = (of: Parameters<typeof deed>[0] = {}) => house.graph.write(WORK, (tx) => recordDeed(tx, deed(of)));
const verify = async (keptHeads: string | null = null): Promise<AuditVerification> =>
  verifyAudit(house.graph, { keys: await trustedKeys(home), headsFile: file, keptHeads });
const found = async () => {
  const { wrong } = await verify();
  return wrong === null ? null : [wrong.what, wrong.at];
};
const held = async (sealed: number) =>
  (await query('MATCH (r:AuditRecord {sealed: $sealed}) RETURN r.id AS id, r.content AS content', { sealed }))[0] as {
    id: string;
    content: string;
  };

/** A log of three heads over several tiles, and two records that wait: each test damages a copy of it. */
beforeAll(async () => {
  key = await sealKey(home, undefined);
  for (const [from, to] of [
    [0, 100],
    [100, 101],
    [101, RECORDS],
  ] as const) {
    for (let i = from; i < to; i++) await record({ id: `deed-${i}`, subject: `Dataset:${i % 7}`, at: 1_000_000 + i });
    await sealAll({ graph: house.graph, key, home });
  }
  await record({ id: 'waits-1', subject: 'Dataset:1', at: 2_000_000 });
  await record({ id: 'waits-2', subject: 'Dataset:1', at: 2_000_001 });
  heads = readFileSync(file, 'utf8');
  await dumpBundle(house.graph, dump);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

let whole = true;
async function restore(): Promise<void> {
  writeFileSync(file, heads);
  if (whole) return;
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
  expect(await loadBundle(house, [dump])).toMatchObject({ refused: 0 });
  whole = true;
}
/** Damages the log. */
async function damage(text: string, params: Readonly<Record<string, unknown>> = {}): Promise<void> {
  whole = false;
  await query(text, params);
}
beforeEach(restore);

describe('verify of an untouched log', () => {
  it('finds nothing wrong, counts what it checked and says what no head covers yet', async () => {
    expect(await verify()).toEqual({ sealed: RECORDS, heads: 6, unsealed: 2, unsealedSince: 2_000_000, wrong: null });
  });

  it('finds nothing wrong without the file of heads, and with heads that somebody kept', async () => {
    const kept = join(home, 'kept.txt');
    writeFileSync(kept, `${jwsOf(heads.split('\n')[1]!)}\n`);
    expect((await verify(kept)).wrong).toBeNull();
    rmSync(file);
    expect((await verify()).wrong).toBeNull();
  });
});

describe('verify names', () => {
  it.each([0, 99, 100, 255, 256, RECORDS - 1])('record %i when its content was altered', async (at) => {
    await damage("MATCH (r:AuditRecord {sealed: $at}) SET r.content = replace(r.content, 'publish', 'pablish')", {
      at,
    });
    expect(await found()).toEqual(['ALTERED', at]);
  });

  it('a record whose content and digest were altered together', async () => {
    const { content } = await held(120);
    const other = content.replace('digest-after', 'digest-other');
    await damage('MATCH (r:AuditRecord {sealed: 120}) SET r.content = $other, r.digest = $digest', {
      other,
      digest: digestOf(other),
    });
    expect(await found()).toEqual(['ALTERED', 120]);
  });

  it.each([
    ['the record, which a later one names', 120, 'ALTERED', 120, '#120'],
    ['the stretch between two heads for a record that no other names', 299, 'ALTERED', 101, '#101 to #299'],
  ])('%s, whose content, digest and leaf were altered together', async (_what, altered, what, at, words) => {
    const { content } = await held(altered);
    const [other, old] = [content.replace('digest-after', 'digest-other'), digestOf(content)];
    await damage(
      `MATCH (r:AuditRecord {sealed: $altered}) SET r.content = $other, r.digest = $digest
       WITH r MATCH (t:AuditTile {level: 0}) SET t.hashes = [h IN t.hashes | CASE h WHEN $old THEN $digest ELSE h END]`,
      { altered, other, old, digest: digestOf(other) },
    );
    const { wrong } = await verify();
    expect(wrong).toMatchObject({ what, at });
    expect(wrong!.message).toContain(words);
  });

  it.each(['at', 'act', 'actor', 'request', 'digest', 'id'])('a record whose %s alone was altered', async (name) => {
    await damage(`MATCH (r:AuditRecord {sealed: 7}) SET r.${name} = CASE '${name}' WHEN 'at' THEN 5 ELSE 'other' END`);
    const { wrong } = await verify();
    expect(wrong).toMatchObject({ what: 'ALTERED', at: 7 });
    expect(wrong!.message).toContain(name);
  });

  it('a record that was bound to another subject', async () => {
    await damage('MATCH (:AuditRecord {sealed: 7})-[c:CONCERNS]->() DELETE c');
    expect(await found()).toEqual(['ALTERED', 7]);
  });

  it.each([0, 100, 256, RECORDS - 1])('record %i when it was removed', async (at) => {
    await damage('MATCH (r:AuditRecord {sealed: $at}) DETACH DELETE r', { at });
    expect(await found()).toEqual(['REMOVED', at]);
  });

  it('a record that was removed, the later ones moved up', async () => {
    await damage(`MATCH (r:AuditRecord {sealed: 50}) DETACH DELETE r
      WITH 1 AS one UNWIND range(51, ${RECORDS - 1}) AS at MATCH (r:AuditRecord {sealed: at}) SET r.sealed = at - 1`);
    expect(await found()).toEqual(['REMOVED', 50]);
  });

  it('a record whose place was taken away', async () => {
    await damage('MATCH (r:AuditRecord {sealed: 50}) REMOVE r.sealed');
    expect(await found()).toEqual(['ALTERED', 50]);
  });

  it('a record that was inserted, the later ones moved down', async () => {
    const content = (await held(50)).content.replace('deed-50', 'forged');
    await damage(
      `UNWIND range(${RECORDS - 1}, 50, -1) AS at MATCH (r:AuditRecord {sealed: at}) SET r.sealed = at + 1
       WITH count(*) AS moved CREATE (:AuditRecord {id: 'forged', content: $content, digest: $digest, sealed: 50})`,
      { content, digest: digestOf(content) },
    );
    expect(await found()).toEqual(['INSERTED', 50]);
  });

  it('a record that was put behind the end', async () => {
    await damage(`CREATE (:AuditRecord {id: 'forged', content: '{}', digest: '', sealed: ${RECORDS}})`);
    expect(await found()).toEqual(['INSERTED', RECORDS]);
  });

  it('two records that changed places', async () => {
    await damage(`MATCH (a:AuditRecord {sealed: 20}), (b:AuditRecord {sealed: 270})
      REMOVE a.sealed SET b.sealed = 20 SET a.sealed = 270`);
    expect(await found()).toEqual(['REORDERED', 20]);
  });

  it.each([
    ['a leaf', 0, 0],
    ['a leaf of the growing tile', 0, 1],
    ['an upper hash', 1, 0],
  ])('the stored tree when %s of it was altered', async (_what, level, at) => {
    await damage('MATCH (t:AuditTile {level: $level, at: $at}) SET t.hashes = [$hash] + tail(t.hashes)', {
      level,
      at,
      hash: 'A'.repeat(43),
    });
    expect((await verify()).wrong).toMatchObject({ what: 'SEAL_DAMAGED', at });
  });

  it('the stored tree when a part of it was removed', async () => {
    await damage('MATCH (t:AuditTile {level: 0, at: 1}) DELETE t');
    expect((await verify()).wrong).toMatchObject({ what: 'SEAL_DAMAGED', at: 1 });
  });
});

describe('of the signed heads verify names', () => {
  it.each([100, 101, RECORDS])('that of size %i when it was altered', async (size) => {
    await damage("MATCH (h:AuditHead {size: $size}) SET h.jws = left(h.jws, size(h.jws) - 4) + 'AAAA'", { size });
    expect(await found()).toEqual(['HEAD_DAMAGED', size]);
  });

  it.each([100, 101, RECORDS])('that of size %i when it was removed', async (size) => {
    await damage('MATCH (h:AuditHead {size: $size}) DELETE h', { size });
    expect(await found()).toEqual(['HEAD_MISSING', size]);
    rmSync(file);
    expect((await found())![0], 'also without the file').toBe('HEAD_MISSING');
  });

  it('one that a foreign key signed', async () => {
    const foreign = keyOf(generateKeyPairSync('ed25519').privateKey);
    const said = peekHead(jwsOf(heads.split('\n')[1]!)!)!;
    await damage('MATCH (h:AuditHead {size: 101}) SET h.jws = $jws', { jws: await signHead(said, foreign) });
    expect(await found()).toEqual(['HEAD_FOREIGN', 101]);
  });

  it('one of another log, in the file', async () => {
    const said = peekHead(jwsOf(heads.split('\n')[2]!)!)!;
    const other = await signHead({ ...said, log: 'another' }, key);
    writeFileSync(file, heads.replace(jwsOf(heads.split('\n')[2]!)!, other));
    expect(await found()).toEqual(['HEAD_FOREIGN', RECORDS]);
  });

  it('one in the file that is altered, missing between others, or no head', async () => {
    const lines = heads.trim().split('\n');
    const broken = lines.map((line, i) => (i === 1 ? line.replace(/.{6}"\}$/, 'AAAAAA"}') : line));
    writeFileSync(file, `${broken.join('\n')}\n`);
    expect(await found()).toEqual(['HEAD_DAMAGED', 101]);
    writeFileSync(file, `${[lines[0], lines[2]].join('\n')}\n`);
    expect(await found()).toEqual(['HEAD_MISSING', 101]);
    writeFileSync(file, `${[lines[0], 'nonsense', lines[1], lines[2]].join('\n')}\n`);
    expect(await found()).toEqual(['HEAD_DAMAGED', null]);
  });

  it('one that is signed and of this log, but not of these records', async () => {
    const said = peekHead(jwsOf(heads.split('\n')[1]!)!)!;
    const kept = join(home, 'kept.txt');
    writeFileSync(kept, await signHead({ ...said, root: 'A'.repeat(43) }, key));
    expect((await verify(kept)).wrong).toMatchObject({ what: 'HEAD_FOREIGN', at: 101 });
  });
});

describe('a tail that was cut off', () => {
  /** Takes the log back to its second head, as whoever keeps the database could. */
  async function cut(): Promise<void> {
    const jws = jwsOf(heads.split('\n')[1]!)!;
    const digests = (await query('MATCH (t:AuditTile {level: 0, at: 0}) RETURN t.hashes[0..101] AS hashes'))[0];
    await damage(
      `MATCH (n) WHERE (n:AuditRecord AND coalesce(n.sealed, 999) >= 101) OR n:AuditTile OR (n:AuditHead AND n.size > 101)
       DETACH DELETE n WITH count(*) AS gone
       CREATE (:AuditTile {level: 0, at: 0, hashes: $hashes})
       WITH gone MATCH (l:AuditLog) SET l.size = 101, l.head = $head
       WITH gone MATCH (s:AuditSubject) SET s.last = COLLECT { MATCH (s)<-[:CONCERNS]-(r) RETURN r.digest ORDER BY r.sealed DESC LIMIT 1 }[0]`,
      { hashes: digests!['hashes'], head: headDigest(jws) },
    );
  }

  it('with its heads is named against the file of heads', async () => {
    await cut();
    const { wrong } = await verify();
    expect(wrong).toMatchObject({ what: 'TRUNCATED', at: 101 });
    expect(wrong!.message).toContain(`#101 to #${RECORDS - 1} are gone`);
  });

  it('is named against a head that somebody kept, when the file was cut too', async () => {
    await cut();
    writeFileSync(file, `${heads.split('\n').slice(0, 2).join('\n')}\n`);
    expect((await verify()).wrong, 'nothing else can tell').toBeNull();
    const kept = join(home, 'kept.txt');
    writeFileSync(kept, jwsOf(heads.split('\n')[2]!)!);
    expect((await verify(kept)).wrong).toMatchObject({ what: 'TRUNCATED', at: 101 });
  });

  it('is named when the records alone were cut', async () => {
    await damage('MATCH (r:AuditRecord) WHERE r.sealed >= 290 DETACH DELETE r');
    expect(await found()).toEqual(['REMOVED', 290]);
  });

  it('is named when the whole log is gone', async () => {
    await damage(
      'MATCH (n) WHERE n:AuditRecord OR n:AuditTile OR n:AuditHead OR n:AuditLog OR n:AuditSubject DETACH DELETE n',
    );
    const { wrong } = await verify();
    expect(wrong?.what).toMatch(/TRUNCATED|HEAD_FOREIGN/);
  });
});

describe('of records that wait to be sealed verify names', () => {
  it('one that was altered', async () => {
    await damage("MATCH (r:AuditRecord {id: 'waits-1'}) SET r.content = replace(r.content, 'publish', 'pablish')");
    expect((await verify()).wrong).toMatchObject({ what: 'ALTERED' });
  });

  it.each(['waits-1', 'waits-2'])('the subject of %s when it was removed', async (id) => {
    await damage('MATCH (r:AuditRecord {id: $id}) DETACH DELETE r', { id });
    const { wrong } = await verify();
    expect(wrong).toMatchObject({ what: 'REMOVED' });
    expect(wrong!.message).toContain('Dataset:1');
  });

  it('one that was removed also after the next about its subject was sealed', async () => {
    await damage("MATCH (r:AuditRecord {id: 'waits-1'}) DETACH DELETE r");
    await sealAll({ graph: house.graph, key, home });
    const { wrong } = await verify();
    expect(wrong).toMatchObject({ what: 'REMOVED' });
    expect(wrong!.message).toContain('Dataset:1');
  });

  it('one that lost its mark and would never be sealed', async () => {
    await damage("MATCH (r:AuditRecord {id: 'waits-1'}) REMOVE r:Unsealed");
    expect((await verify()).wrong).toMatchObject({ what: 'ALTERED' });
  });
});

describe('a dump', () => {
  it('gives the same log when it is loaded into an empty graph, heads and waiting records too', async () => {
    whole = false;
    await restore();
    const second = bundle.fresh();
    await dumpBundle(house.graph, second);
    expect(filesOf(second)).toEqual(filesOf(dump));
    expect((await verify()).wrong).toBeNull();
    await sealAll({ graph: house.graph, key, home });
    whole = false;
    expect(await verify()).toMatchObject({ sealed: RECORDS + 2, wrong: null });
  });

  it('goes on where its load was interrupted', async () => {
    whole = false;
    await empty(house.graph);
    await openHouse(house.graph, house.clock);
    const part = bundle.folder(
      Object.fromEntries(
        Object.entries(filesOf(dump)).map(([name, text]) =>
          name === 'audit/records.jsonl' ? [name, `${text.split('\n').slice(0, 280).join('\n')}\n`] : [name, text],
        ),
      ),
    );
    await loadBundle(house, [part]);
    await query('MATCH (r:Record) DETACH DELETE r');
    await loadBundle(house, [dump]);
    expect(await verify()).toMatchObject({ sealed: RECORDS, unsealed: 2, wrong: null });
  });

  it('does not go into a graph with records, or with another log', async () => {
    whole = false;
    expect((await loadBundle(house, [bundle.of(element('ONE'))])).written).toBe(true);
    expect((await loadBundle(house, [dump])).refusals).toMatchObject([{ code: 'HISTORY_INTO_FULL_GRAPH' }]);
    await query("MATCH (r:Record) DETACH DELETE r WITH count(*) AS gone MATCH (l:AuditLog) SET l.id = 'another'");
    expect((await loadBundle(house, [dump])).refusals).toMatchObject([{ code: 'AUDIT_INTO_USED_LOG' }]);
  });

  it('with a log out of order is refused before anything is written', async () => {
    whole = false;
    await empty(house.graph);
    await openHouse(house.graph, house.clock);
    const files = filesOf(dump);
    const [first, second, ...rest] = files['audit/records.jsonl']!.split('\n');
    const swapped = bundle.folder({ ...files, 'audit/records.jsonl': [second, first, ...rest].join('\n') });
    expect((await loadBundle(house, [swapped])).refusals).toMatchObject([{ code: 'NOT_AUDIT', line: 1 }]);
    expect(await query('MATCH (r:AuditRecord) RETURN r')).toEqual([]);
  });
});
