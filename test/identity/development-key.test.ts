import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEVELOPMENT_ISSUER, developmentKey } from '../../src/identity/development-key.ts';

const newHome = () => join(mkdtempSync(join(tmpdir(), 'shuyuan-key-')), 'home');
const FILE = 'development-key.json';

describe('the development key', () => {
  it('is made at first use, readable by its owner alone, and the same ever after', async () => {
    const home = newHome();
    const token = await (await developmentKey(home)).sign('somebody', 1);
    expect(statSync(join(home, FILE)).mode & 0o777).toBe(0o600);
    expect(readdirSync(home)).toEqual([FILE]);
    const { reader } = await developmentKey(home);
    expect(await reader.read(token)).toEqual({ signedIn: { issuer: DEVELOPMENT_ISSUER, subject: 'somebody' } });
  });

  it('is one, though many start at once', async () => {
    const home = newHome();
    const keys = await Promise.all(Array.from({ length: 8 }, () => developmentKey(home)));
    const tokens = await Promise.all(keys.map((key) => key.sign('somebody', 1)));
    for (const token of tokens) expect(await keys[0]!.reader.read(token)).toHaveProperty('signedIn');
  });

  it('of another home signs nothing for this one', async () => {
    const [here, there] = [await developmentKey(newHome()), await developmentKey(newHome())];
    expect(await here.reader.read(await there.sign('somebody', 1))).toEqual({ refused: 'UNKNOWN_KEY' });
  });

  it('never shows its secret part in a token', async () => {
    const home = newHome();
    const token = await (await developmentKey(home)).sign('somebody', 1);
    const { d } = JSON.parse(readFileSync(join(home, FILE), 'utf8')) as { d: string };
    expect(d.length).toBeGreaterThan(40);
    expect(token + atob(token.split('.')[0]!.replaceAll('-', '+').replaceAll('_', '/'))).not.toContain(d);
  });

  it.each(['', 'no json', '{}', '{"kty":"OKP","crv":"Ed25519","x":"AA","d":"AA"}', 'null'])(
    'that is damaged (%s) is told plainly, and not replaced',
    async (text) => {
      const home = newHome();
      mkdirSync(home);
      writeFileSync(join(home, FILE), text);
      await expect(developmentKey(home)).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringContaining(FILE),
      });
      expect(readFileSync(join(home, FILE), 'utf8')).toBe(text);
    },
  );

  it('where the home cannot be written is told plainly', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuyuan-key-'));
    writeFileSync(join(folder, 'file'), '');
    chmodSync(join(folder, 'file'), 0o400);
    await expect(developmentKey(join(folder, 'file'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
