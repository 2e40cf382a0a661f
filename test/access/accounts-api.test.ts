import { beforeAll, expect, it } from 'vitest';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import type { House } from '../../src/house/house.ts';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-key.ts';
import { post, servingOf } from '../server/face.ts';
import { key, tokenOf } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';
import { bundleOf, randomWorld } from './worlds.ts';

let house: House;
let admin: string;
beforeAll(async () => {
  house = await stage();
  await loadBundle(house, [bundleOf(randomWorld(1, 6))]);
  admin = await tokenOf(house, 'ADMIN');
});

const ask = (question: string, token: string, variables = {}) =>
  post(servingOf(house).serving, question, variables, { token });
const ACCOUNT = 'account { subject role person openedAt closedAt organization { id } jurisdiction { id } }';
const OPEN = `mutation ($input: AccountOpenInput!) { accountOpen(input: $input) { ${ACCOUNT} refusals { code path } } }`;
const CLOSE = `mutation ($input: AccountCloseInput!) { accountClose(input: $input) { ${ACCOUNT} refusals { code } } }`;
const LIST =
  'query ($after: String) { accounts(first: 1, after: $after) { edges { cursor node { subject closedAt } } pageInfo { hasNextPage endCursor } } }';
const CLERK = {
  issuer: DEVELOPMENT_ISSUER,
  subject: 'wang',
  role: 'CLERK',
  person: '王某',
  organization: 'Organization:A1',
};
const OF = { issuer: DEVELOPMENT_ISSUER, subject: 'wang' };
const code = ({ errors }: { errors?: readonly { extensions?: Readonly<Record<string, unknown>> }[] }) =>
  errors?.map(({ extensions }) => extensions?.['code']);
const recorded = async () =>
  (await query('MATCH (r:AuditRecord) WHERE r.content CONTAINS \'"wang"\' RETURN r.act AS act ORDER BY r.at')).map(
    ({ act }) => act,
  );

it('an administrator opens an account, its token signs in, and closing it refuses the token; both are on record', async () => {
  const token = await key.sign('wang', 1);
  expect(code(await ask('{ viewer { role } }', token))).toEqual(['FORBIDDEN']);
  const opened = await ask(OPEN, admin, { input: CLERK });
  expect(opened.data).toMatchObject({
    accountOpen: { account: { subject: 'wang', role: 'CLERK', organization: { id: 'Organization:A1' } }, refusals: [] },
  });
  expect((await ask('{ viewer { role person } }', token)).data).toEqual({ viewer: { role: 'CLERK', person: '王某' } });
  const closed = await ask(CLOSE, admin, { input: OF });
  expect(closed.data).toMatchObject({ accountClose: { account: { closedAt: expect.any(String) }, refusals: [] } });
  const refused = await ask('{ viewer { role } }', token);
  expect([code(refused), refused.errors?.[0]?.message]).toEqual([['FORBIDDEN'], expect.stringContaining('is closed')]);
  expect(await recorded()).toEqual(['account:open', 'account:close']);
});

it('an account of a clerk of nobody, or of no organization that there is, is refused with the reason', async () => {
  const { organization: _, ...nobody } = CLERK;
  for (const [input, refusal] of [
    [{ ...nobody, subject: 'n1' }, 'MISSING_FIELD'],
    [{ ...CLERK, subject: 'n1', organization: 'Organization:none' }, 'NOT_FOUND'],
  ] as const) {
    const { data } = await ask(OPEN, admin, { input });
    expect(data).toEqual({ accountOpen: { account: null, refusals: [{ code: refusal, path: ['organization'] }] } });
  }
  expect(code(await ask(OPEN, admin, { input: { ...CLERK, subject: '' } }))).toEqual(['BAD_INPUT']);
  expect(code(await ask(CLOSE, admin, { input: { ...OF, subject: 'none' } }))).toEqual(['NOT_FOUND']);
});

it('accounts are listed a page at a time, for administrators and auditors', async () => {
  const page = async (after: string | null, token = admin) => {
    const { data } = await ask(LIST, token, { after });
    return (
      data as {
        accounts: { edges: { node: { subject: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }
    ).accounts;
  };
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { edges, pageInfo } = await page(after);
    seen.push(...edges.map(({ node }) => node.subject));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  const all = (await query('MATCH (a:Account) RETURN a.subject AS subject ORDER BY a.issuer, subject')).map(
    ({ subject }) => subject,
  );
  expect(seen).toEqual(all);
  expect((await page(null, await tokenOf(house, 'AUDITOR'))).edges).toHaveLength(1);
});

it('a clerk neither lists, opens nor closes accounts', async () => {
  const clerk = await tokenOf(house, 'CLERK', { organization: 'A1' });
  for (const [question, input] of [
    [LIST, {}],
    [OPEN, CLERK],
    [CLOSE, OF],
  ] as const)
    expect(code(await ask(question, clerk, { input }))).toEqual(['FORBIDDEN']);
});
