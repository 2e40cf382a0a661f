import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peekHead } from '../../src/audit/head.ts';
import { keysIn, type SealKey, sealKey } from '../../src/audit/seal-key.ts';
import { sealAll } from '../../src/audit/sealer.service.ts';
import { evidencePack } from '../../src/evidence/evidence.service.ts';
import { checkPack, type Pack } from '../../src/evidence/pack.ts';
import { openHouse } from '../../src/house/house.ts';
import { PUBLIC_VIEWER } from '../../src/identity/viewer.ts';
import { rootOfPath } from '../audit/rfc9162.ts';
import { as } from '../stage/cast.ts';
import { expected, loadCity } from '../stage/city.ts';
import { local, stage } from '../stage/stage.ts';

const run = promisify(execFile);
const staged = await stage();
const home = mkdtempSync(join(tmpdir(), 'shuyuan-pack-'));
const key: SealKey = await sealKey(home, undefined);
const { house } = await openHouse(staged.graph, staged.clock, key);
let jws = '';
let pack: Pack;
const publicKeys = () => keysIn(readFileSync(join(home, 'seal-keys.pem'), 'utf8'));

beforeAll(async () => {
  await loadCity(house);
  await sealAll({ graph: house.graph, key, home });
  jws = await evidencePack(house.desk(local), 'Product:R06');
  const checked = await checkPack(jws, publicKeys());
  if ('wrong' in checked) throw new Error(checked.wrong);
  pack = checked.pack;
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('an evidence pack', () => {
  it('holds the whole provenance of its product: origins, legal bases, chains, agreements, registrations', () => {
    const due = expected.provenance['Product:R06']!;
    expect(pack.provenance).toMatchObject({ origins: due.origins, legalBases: due.legalBases, complete: due.complete });
    const held = new Set(pack.records.map(({ id }) => id));
    for (const id of [...due.origins, ...due.datasets, ...due.products, ...due.legalBases]) expect(held).toContain(id);
    const types = new Set([...held].map((id) => id.slice(0, id.indexOf(':'))));
    for (const type of ['Agreement', 'Plan', 'Provision', 'Instrument', 'Registration', 'Organization'])
      expect(types).toContain(type);
    expect(pack.flows.some(({ to }) => to === 'Product:R06')).toBe(true);
  });

  it('holds the audit records of the deeds behind it, each under its head by the RFC’s own definition', () => {
    const { size, root } = peekHead(pack.audit.head)!;
    expect(pack.audit.records.length).toBeGreaterThan(0);
    for (const { content, leaf, path } of pack.audit.records) {
      const hashes = path.map((text) => Buffer.from(text, 'base64url'));
      expect(rootOfPath(leaf, size, Buffer.from(content), hashes).toString('base64url')).toBe(root);
    }
  });

  it('is refused when one byte is changed, whichever it is', async () => {
    const places = Array.from({ length: 60 }, (_, i) => Math.floor((i * jws.length) / 60));
    for (const at of [...places, jws.length - 1])
      for (const other of ['A', 'B', 'Q', 'g', 'w', '.'].filter((letter) => letter !== jws[at])) {
        const checked = await checkPack(jws.slice(0, at) + other + jws.slice(at + 1), publicKeys());
        expect(checked, `byte ${at}`).toHaveProperty('wrong');
      }
  });

  it('is refused under a key that did not sign it', async () => {
    const other = await sealKey(mkdtempSync(join(tmpdir(), 'shuyuan-pack-')), undefined);
    const checked = await checkPack(jws, new Map([[other.id, other.publicKey]]));
    expect(checked).toMatchObject({ wrong: expect.stringContaining('not signed with any of the keys') });
  });

  it('says what it holds of the log: all of it; and still holds under its own head when the log has grown', async () => {
    expect(pack.audit.complete).toBe(true);
    const size = peekHead(pack.audit.head)!.size;
    await as(house, 'ADMIN');
    await sealAll({ graph: house.graph, key, home });
    const later = await checkPack(await evidencePack(house.desk(local), 'Product:R06'), publicKeys());
    expect(later).toMatchObject({ size: size + 1 });
    expect(await checkPack(jws, publicKeys())).toMatchObject({ size });
  });

  it('for an authority holds no audit record that speaks of what it may not know', async () => {
    const authority = await as(house, 'AUTHORITY', { jurisdiction: '530100' });
    const said = await checkPack(await evidencePack(house.desk(authority), 'Product:R06'), publicKeys());
    if ('wrong' in said) throw new Error(said.wrong);
    const seen = new Set(said.pack.records.map(({ id }) => id));
    for (const { content } of said.pack.audit.records) {
      const deed = JSON.parse(content) as { act: string; subjects: { id: string }[] };
      expect(deed.act).not.toBe('record:read');
      for (const { id } of deed.subjects) expect(/^(Load|Flow):/.test(id) || seen.has(id)).toBe(true);
    }
    if (said.pack.audit.records.length < pack.audit.records.length) expect(said.pack.audit.complete).toBe(false);
  });

  it('is signed by the house that issues it: two in one process do not share a key, and one without a key issues none', async () => {
    const other = await sealKey(mkdtempSync(join(tmpdir(), 'shuyuan-pack-')), undefined);
    const { house: second } = await openHouse(staged.graph, staged.clock, other);
    const theirs = await evidencePack(second.desk(local), 'Product:R06');
    expect(await checkPack(theirs, publicKeys())).toHaveProperty('wrong');
    expect(await checkPack(theirs, new Map([...publicKeys(), [other.id, other.publicKey]]))).toHaveProperty('pack');
    await expect(evidencePack(staged.desk(local), 'Product:R06')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('is issued to those who may, of products that are there', async () => {
    const clerk = await as(house, 'CLERK', { organization: '11530100KMX0000811' });
    for (const viewer of [PUBLIC_VIEWER, clerk])
      await expect(evidencePack(house.desk(viewer), 'Product:R06')).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
      });
    const auditor = await as(house, 'AUDITOR');
    expect(await evidencePack(house.desk(auditor), 'Product:R06')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    for (const id of ['Product:NONE', 'Dataset:FR01'])
      await expect(evidencePack(house.desk(local), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is verified on the command line where there is no database, and refused with a plain message when changed', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'shuyuan-elsewhere-'));
    const [good, bad] = [join(elsewhere, 'pack.jws'), join(elsewhere, 'bad.jws')];
    writeFileSync(good, jws);
    writeFileSync(bad, `${jws.slice(0, 5000)}A${jws.slice(5001)}`.replace(jws, ''));
    const verify = (file: string) =>
      run(
        process.execPath,
        [join(process.cwd(), 'bin/shuyuan.ts'), 'verify', file, '--key', join(home, 'seal-keys.pem')],
        {
          cwd: elsewhere,
          env: { PATH: process.env['PATH'], HOME: elsewhere, NEO4J_URI: 'bolt://127.0.0.1:1' },
        },
      );
    expect((await verify(good)).stdout).toContain('the pack holds');
    await expect(verify(bad)).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/altered/) });
  });
});
