import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newKey, testIssuer } from '../identity/issuer-server.ts';
import { loadCity } from '../stage/city.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';
import { type Running, run, start } from './shuyuan.ts';

const HOME = { SHUYUAN_HOME: mkdtempSync(join(tmpdir(), 'shuyuan-cli-')) };
const MARKET_BUREAU = '11530100KMX0000811';
/** Commands are processes of their own: a test of many takes its time on a busy machine. */
const PATIENCE_MS = 240_000;
const WHO = '{ viewer { role person organization { name } jurisdiction { name } } }';

beforeAll(async () => {
  await loadCity(await stage());
});

const lastLine = (text: string) => text.trim().split('\n').at(-1)!;
const subjectOf = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { sub: string }).sub;

/** Where a running server answers. */
async function baseOf(server: Running): Promise<string> {
  await server.says(/\/health\/ready/);
  return /http:\/\/(127\.0\.0\.1|0\.0\.0\.0):\d+/.exec(server.out())![0];
}

async function ask(base: string, token: string | null): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query: WHO }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('a development token', () => {
  it(
    'stands alone on the last line, and signs in at a server that was running before',
    async () => {
      const server = start(['serve', '--port', '0', '--empty'], HOME);
      const base = await baseOf(server);
      const words = [
        'token',
        '--role',
        'clerk',
        '--organization',
        `Organization:${MARKET_BUREAU}`,
        '--person',
        '某经办',
      ];
      const { exit, out, err } = await run(words, HOME);
      expect([exit, out.trim().split('\n')]).toEqual([0, [expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/)]]);
      expect(err).toContain('CLERK');
      expect(await ask(base, out.trim())).toEqual({
        status: 200,
        body: {
          data: {
            viewer: {
              role: 'CLERK',
              person: '某经办',
              organization: { name: '昆明市市场监督管理局' },
              jurisdiction: { name: '昆明市' },
            },
          },
        },
      });
      expect((await ask(base, null)).body).toMatchObject({ data: { viewer: { role: 'PUBLIC' } } });
      expect((await ask(base, `${out.trim()}x`)).status).toBe(401);
      server.kill('SIGTERM');
      await server.ended;
    },
    PATIENCE_MS,
  );

  it(
    'of the same person is of one account, however the key is written; of another person of another',
    async () => {
      const token = async (organization: string, person: string) =>
        subjectOf(
          (await run(['token', '--role', 'CLERK', '--organization', organization, '--person', person], HOME)).out,
        );
      const one = await token(MARKET_BUREAU, '某经办');
      expect(await token(` Organization:１${MARKET_BUREAU.slice(1)}`, '某经办')).toBe(one);
      expect(await token(MARKET_BUREAU, '另一经办')).not.toBe(one);
      expect(await query("MATCH (a:Account) WHERE a.role = 'CLERK' RETURN count(a) AS count")).toEqual([{ count: 2 }]);
    },
    PATIENCE_MS,
  );

  it('is signed by a key that only its owner can read', () => {
    expect(statSync(join(HOME.SHUYUAN_HOME, 'development-key.json')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['of an organization that is not there', ['--role', 'CLERK', '--organization', 'nowhere'], 'Organization:nowhere'],
    ['of a clerk without an organization', ['--role', 'CLERK'], 'CLERK'],
    ['of an authority of nowhere', ['--role', 'AUTHORITY'], 'AUTHORITY'],
  ])('%s is refused with 1', async (_what, words, named) => {
    const { exit, out, err } = await run(['token', ...words], HOME);
    expect([exit, out]).toEqual([1, '']);
    expect(lastLine(err)).toContain(named);
  });

  it('of an authority takes the jurisdiction of its organization', async () => {
    const { exit } = await run(['token', '--role', 'AUTHORITY', '--organization', '11530100KMX0000736'], HOME);
    expect(exit).toBe(0);
  });
});

describe('the start of the demo city', () => {
  it(
    'prints one token for each role, and each signs in as that role',
    async () => {
      const server = start(['start', '--port', '0'], HOME);
      const base = await baseOf(server);
      await server.says('ADMIN');
      await server.says(/ADMIN[^\n]*\n\s*[\w-]+\.[\w-]+\.[\w-]+\n/);
      const printed = [...server.out().matchAll(/^ {2}([A-Z]+) [^\n]*\n([\w-]+\.[\w-]+\.[\w-]+)$/gm)];
      const roles = [
        'CLERK',
        'REVIEWER',
        'AUTHORITY',
        'GOVERNMENT',
        'OPERATOR',
        'DEVELOPER',
        'REGISTRY',
        'AUDITOR',
        'ADMIN',
      ];
      expect(printed.map(([, role]) => role)).toEqual(roles);
      expect(server.out()).toContain('{"Authorization": "Bearer');
      for (const [, role, token] of printed)
        expect((await ask(base, token!)).body).toMatchObject({ data: { viewer: { role } } });
      server.kill('SIGTERM');
      expect((await server.ended).exit).toBe(0);
    },
    PATIENCE_MS,
  );
});

describe('a real issuer', () => {
  it(
    'signs in whom an account was opened for; its server may listen anywhere and prints no tokens',
    async () => {
      const key = await newKey();
      const issuer = await testIssuer(key);
      const environment = {
        ...HOME,
        HOST: '0.0.0.0',
        SHUYUAN_JWKS_URL: issuer.keys.href,
        SHUYUAN_ISSUER: issuer.issuer,
        SHUYUAN_AUDIENCE: issuer.audience,
      };
      const subject = ['--issuer', issuer.issuer, '--subject', 'first'];
      const server = start(['start', '--port', '0'], environment);
      const base = (await baseOf(server)).replace('0.0.0.0', '127.0.0.1');
      const token = await issuer.sign(key, { sub: 'first' });
      expect((await ask(base, token)).body).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });

      expect((await run(['account', 'open', ...subject, '--role', 'ADMIN'], environment)).exit).toBe(0);
      expect((await ask(base, token)).body).toMatchObject({ data: { viewer: { role: 'ADMIN' } } });
      const other = await run(['account', 'open', ...subject, '--role', 'AUDITOR'], environment);
      expect([other.exit, other.out, other.err]).toEqual([1, '', expect.stringContaining('close it first')]);
      const listed = JSON.parse((await run(['account', 'list', '--json'], environment)).out) as { subject: string }[];
      expect(listed.find((account) => account.subject === 'first')).toMatchObject({ role: 'ADMIN', closedAt: null });

      expect((await run(['account', 'close', ...subject], environment)).exit).toBe(0);
      expect((await ask(base, token)).body).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
      expect((await run(['account', 'list'], environment)).out).toMatch(/first {2}ADMIN.*closed/);

      expect(server.out()).not.toMatch(/Bearer|eyJ/);
      const development = await run(['token', '--role', 'AUDITOR'], HOME);
      expect((await ask(base, development.out.trim())).status).toBe(401);
      server.kill('SIGTERM');
      await server.ended;
      await issuer.stop();
    },
    PATIENCE_MS,
  );

  it('that nobody has an account with: closing it is refused with 1', async () => {
    const { exit, err } = await run(['account', 'close', '--issuer', 'https://x.example', '--subject', 'none'], HOME);
    expect([exit, lastLine(err)]).toEqual([1, expect.stringContaining('no such account')]);
  });
});
