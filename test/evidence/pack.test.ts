import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peekHead } from '../../src/audit/head.ts';
import { holdSealKey, keysIn, type SealKey, sealKey } from '../../src/audit/seal-key.ts';
import { sealAll } from '../../src/audit/sealer.service.ts';
import { evidencePack } from '../../src/evidence/evidence.service.ts';
import { checkPack, type Pack } from '../../src/evidence/pack.ts';
import { PUBLIC_VIEWER } from '../../src/identity/viewer.ts';
import { rootOfPath } from '../audit/rfc9162.ts';
import { as } from '../stage/cast.ts';
import { expected, loadCity } from '../stage/city.ts';
import { local, stage } from '../stage/stage.ts';

const run = promisify(execFile);
const house = await stage();
const home = mkdtempSync(join(tmpdir(), 'shuyuan-pack-'));
let key: SealKey;
let jws = '';
let pack: Pack;
const publicKeys = () => keysIn(readFileSync(join(home, 'seal-keys.pem'), 'utf8'));

beforeAll(async () => {
  await loadCity(house);
  key = await sealKey(home, undefined);
  holdSealKey(key);
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
      run(process.execPath, ['bin/shuyuan.ts', 'verify', file, '--key', join(home, 'seal-keys.pem')], {
        env: { PATH: process.env['PATH'], SHUYUAN_HOME: elsewhere, NEO4J_URI: 'bolt://127.0.0.1:1' },
      });
    expect((await verify(good)).stdout).toContain('the pack holds');
    await expect(verify(bad)).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/altered/) });
  });
});
