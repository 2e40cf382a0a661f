import { request } from 'node:http';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAccount, openAccount } from '../../src/access/account.service.ts';
import { clockFrom } from '../../src/calendar/clock.ts';
import type { House } from '../../src/house/house.ts';
import { issuerReader } from '../../src/identity/issuer.ts';
import type { TokenFault } from '../../src/identity/token.ts';
import { listen, type Serving } from '../../src/server/server.ts';
import { post, type Reply, servingOf } from '../server/face.ts';
import { local, stage } from '../stage/stage.ts';
import { type IssuerKey, newKey, type Said, type TestIssuer, testIssuer } from './issuer-server.ts';

let house: House;
let issuer: TestIssuer;
let key: IssuerKey;
let serving: Serving;
let lines: string[];

const AUDITOR = { role: 'AUDITOR', person: '某审计', organization: null, jurisdiction: null } as const;
const WHO = '{ viewer { role person } }';

beforeAll(async () => {
  house = await stage();
  key = await newKey();
  issuer = await testIssuer(key);
  ({ serving, lines } = servingOf(house, issuerReader(issuer)));
  await openAccount(house.desk(local), { issuer: issuer.issuer, subject: 'somebody', ...AUDITOR });
});
afterAll(() => issuer.stop());

const ask = (sign: { token?: string; authorization?: string }) => post(serving, WHO, {}, sign);

/** What was logged while something was done. */
async function logged<T>(work: () => Promise<T>): Promise<{ answer: T; log: string }> {
  const before = lines.length;
  const answer = await work();
  return { answer, log: lines.slice(before).join('\n') };
}

/** Refused with one and the same sentence; the reason stands in the log alone. */
async function expectRefused(sign: { token?: string; authorization?: string }, reason: TokenFault): Promise<void> {
  const { answer, log } = await logged(() => ask(sign));
  expectUnauthenticated(answer);
  expect(answer.text).not.toContain(reason);
  expect(log).toContain(`"reason":"${reason}"`);
  const secret = (sign.token ?? sign.authorization ?? '').slice(-20);
  if (secret.length === 20) expect(log).not.toContain(secret);
}

function expectUnauthenticated({ status, data, errors }: Reply): void {
  expect([status, data]).toEqual([401, undefined]);
  expect(errors?.map(({ message, extensions }) => [message, extensions?.['code']])).toEqual([
    ['登录无效，请重新登录。The sign-in is not valid; sign in again.', 'UNAUTHENTICATED'],
  ]);
}

describe('a good token', () => {
  it('signs in as what the account says, whatever else the token claims', async () => {
    const token = await issuer.sign(key, { more: { role: 'ADMIN', roles: ['ADMIN'], name: '冒名' } });
    const { status, data } = await ask({ token });
    expect([status, data]).toEqual([200, { viewer: { role: 'AUDITOR', person: '某审计' } }]);
  });

  it.each([
    ['of the kind at+jwt', { typ: 'at+jwt' }],
    ['that ended within the clock tolerance', { exp: -10 }],
    ['that begins within the clock tolerance', { nbf: 10 }],
  ] satisfies [string, Said][])('%s is taken', async (_what, said) => {
    expect((await ask({ token: await issuer.sign(key, said) })).data).toMatchObject({ viewer: { role: 'AUDITOR' } });
  });

  it.each(['2001-01-01', '2099-01-01'])('is judged by the real clock, not by the registry’s day of %s', async (day) => {
    const clock = clockFrom(day)!;
    const elsewhen: House = { ...house, clock, desk: (viewer) => ({ ...house.desk(viewer), clock }) };
    const { serving: then } = servingOf(elsewhen, issuerReader(issuer));
    expect((await post(then, WHO, {}, { token: await issuer.sign(key) })).status).toBe(200);
    expect((await post(then, WHO, {}, { token: await issuer.sign(key, { exp: -60 }) })).status).toBe(401);
  });

  it('of a subject without an account is FORBIDDEN, and the log names him for the administrator', async () => {
    const token = await issuer.sign(key, { sub: 'stranger' });
    const { answer, log } = await logged(() => ask({ token }));
    expect([answer.data ?? null, answer.errors?.[0]?.extensions?.['code']]).toEqual([null, 'FORBIDDEN']);
    expect(log).toContain('"subject":"stranger"');
  });

  it('of the same subject at another issuer is no key to this account', async () => {
    await openAccount(house.desk(local), { issuer: 'https://other.example', subject: 'elsewhere', ...AUDITOR });
    const { errors } = await ask({ token: await issuer.sign(key, { sub: 'elsewhere' }) });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('is FORBIDDEN from the moment its account is closed, and good again when that is opened again', async () => {
    const signedIn = { issuer: issuer.issuer, subject: 'leaver' };
    const token = await issuer.sign(key, { sub: 'leaver' });
    await openAccount(house.desk(local), { ...signedIn, ...AUDITOR });
    expect((await ask({ token })).status).toBe(200);
    await closeAccount(house.desk(local), signedIn);
    expect((await ask({ token })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const again = await openAccount(house.desk(local), { ...signedIn, ...AUDITOR, role: 'ADMIN' });
    expect(again.done).toBe('REOPENED');
    expect((await ask({ token })).data).toMatchObject({ viewer: { role: 'ADMIN' } });
  });
});

describe('no token', () => {
  it('is the public', async () => {
    expect((await ask({})).data).toEqual({ viewer: { role: 'PUBLIC', person: null } });
  });
});

describe('a bad token is refused, never taken for the public', () => {
  it.each([
    ['of another issuer', { iss: 'https://other.example' }, 'WRONG_ISSUER'],
    ['without an issuer', { iss: null }, 'CLAIM_MISSING'],
    ['for another audience', { aud: 'somebody-else' }, 'WRONG_AUDIENCE'],
    ['without an audience', { aud: null }, 'CLAIM_MISSING'],
    ['that has expired', { exp: -60 }, 'EXPIRED'],
    ['that never expires', { exp: null }, 'CLAIM_MISSING'],
    ['that is not yet valid', { nbf: 60 }, 'NOT_YET_VALID'],
    ['without a subject', { sub: null }, 'CLAIM_MISSING'],
    ['with an empty subject', { sub: '' }, 'MALFORMED'],
    ['of an evidence pack', { typ: 'evidence+jwt' }, 'WRONG_TYPE'],
    ['of an unknown key id', { kid: 'nobody' }, 'UNKNOWN_KEY'],
  ] satisfies [string, Said, TokenFault][])('%s', async (_what, said, reason) => {
    await expectRefused({ token: await issuer.sign(key, said) }, reason);
  });

  it('with the algorithm none', async () => {
    const token = new UnsecuredJWT({ sub: 'somebody' })
      .setIssuer(issuer.issuer)
      .setAudience(issuer.audience)
      .setExpirationTime('5m')
      .encode();
    await expectRefused({ token }, 'WRONG_ALGORITHM');
    await expectRefused({ token: `${token}bm8` }, 'WRONG_ALGORITHM');
  });

  it.each(['PEM', 'JWK'])('signed by HS256 with the public key as %s', async (form) => {
    const secret = new TextEncoder().encode(form === 'PEM' ? key.pem : JSON.stringify(key.open));
    const token = await new SignJWT({ sub: 'somebody' })
      .setProtectedHeader({ alg: 'HS256', kid: key.kid })
      .setIssuer(issuer.issuer)
      .setAudience(issuer.audience)
      .setExpirationTime('5m')
      .sign(secret);
    await expectRefused({ token }, 'WRONG_ALGORITHM');
  });

  it('that somebody else signed under a known key id', async () => {
    await expectRefused({ token: await issuer.sign({ ...(await newKey()), kid: key.kid }) }, 'WRONG_SIGNATURE');
  });

  it('that brings its own key along', async () => {
    const own = await newKey();
    const token = await new SignJWT({ sub: 'somebody' })
      .setProtectedHeader({ alg: 'ES256', kid: own.kid, jwk: own.open, jku: 'http://127.0.0.1:1/' })
      .setIssuer(issuer.issuer)
      .setAudience(issuer.audience)
      .setExpirationTime('5m')
      .sign(own.privateKey);
    await expectRefused({ token }, 'UNKNOWN_KEY');
  });

  it('whose claims were changed after signing', async () => {
    const [head, , signature] = (await issuer.sign(key)).split('.');
    const claims = btoa(JSON.stringify({ iss: issuer.issuer, aud: issuer.audience, sub: 'admin', exp: 9e9 }));
    await expectRefused({ token: `${head}.${claims.replaceAll('=', '')}.${signature}` }, 'WRONG_SIGNATURE');
  });

  it.each([
    ['an empty header', ''],
    ['Bearer without a token', 'Bearer'],
    ['Bearer and a space', 'Bearer '],
    ['a password', 'Basic c29tZWJvZHk6c2VjcmV0'],
    ['no JWT', 'Bearer something-else'],
    ['two tokens', 'Bearer a.b.c d.e.f'],
    ['null', 'Bearer null'],
    ['three dots of nothing', 'Bearer ...'],
  ])('%s in the header', async (_what, authorization) => {
    await expectRefused({ authorization }, 'MALFORMED');
  });

  it('of 10 MB, at no cost', async () => {
    const token = `${(await issuer.sign(key)).slice(0, -86)}${'A'.repeat(10_000_000)}`;
    const begun = performance.now();
    await expectRefused({ token }, 'TOO_BIG');
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it('however the question is put: a bad question or a question of the schema is refused the same', async () => {
    for (const text of ['{ nonsense }', '{ __schema { queryType { name } } }', '{'])
      expectUnauthenticated(await post(serving, text, {}, { token: 'bad' }));
  });
});

describe('a token of 10 MB over a real port', () => {
  it('is answered UNAUTHENTICATED before it is read, and the server goes on', async () => {
    const { server, port } = await listen(serving, { host: '127.0.0.1', port: 0 });
    const { answer, log } = await logged(() => overPort(port, `Bearer ${'A'.repeat(10_000_000)}`));
    const after = await overPort(port, `Bearer ${await issuer.sign(key)}`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expectUnauthenticated(answer);
    expect(log).toContain('"reason":"TOO_BIG"');
    expect(after.data).toMatchObject({ viewer: { role: 'AUDITOR' } });
  });

  function overPort(port: number, authorization: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json', authorization };
      const call = request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers }, (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += String(chunk);
        });
        response.on('end', () => resolve({ status: response.statusCode!, text, ...(JSON.parse(text) as object) }));
      });
      call.on('error', reject);
      call.end(JSON.stringify({ query: WHO }));
    });
  }
});

describe('the issuer’s keys', () => {
  it('rotate without a restart: the new one is taken, the old one refused', async () => {
    const next = await newKey();
    const [old, fresh] = [await issuer.sign(key), await issuer.sign(next)];
    expect((await ask({ token: old })).status).toBe(200);
    issuer.published = [next];
    // Keys are asked for anew at most once a second, whoever presents unknown ones.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await ask({ token: fresh })).status).toBe(200);
    await expectRefused({ token: old }, 'UNKNOWN_KEY');
    issuer.published = [key];
  });

  it('are kept: they are not asked for with every request, nor with every unknown key id', async () => {
    const { serving: kept } = servingOf(house, issuerReader(issuer));
    const [good, unknown] = [await issuer.sign(key), await issuer.sign(key, { kid: 'nobody' })];
    await post(kept, WHO, {}, { token: good });
    const before = issuer.fetches;
    for (let i = 0; i < 10; i++) {
      await post(kept, WHO, {}, { token: good });
      await post(kept, WHO, {}, { token: unknown });
    }
    expect(issuer.fetches - before).toBeLessThan(3);
  });

  it('that cannot be had make sign-in UNAVAILABLE, with 503; the public is served on', async () => {
    issuer.up = false;
    const { serving: cut } = servingOf(house, issuerReader(issuer));
    const { status, errors } = await post(cut, WHO, {}, { token: await issuer.sign(key) });
    expect([status, errors?.[0]?.extensions?.['code']]).toEqual([503, 'UNAVAILABLE']);
    expect((await post(cut, WHO)).status).toBe(200);
    issuer.up = true;
    expect((await post(cut, WHO, {}, { token: await issuer.sign(key) })).status).toBe(200);
  });
});
