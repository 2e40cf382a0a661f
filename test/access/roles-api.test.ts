import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import type { House } from '../../src/house/house.ts';
import type { AccountRole } from '../../src/identity/role.ts';
import { post, servingOf } from '../server/face.ts';
import { type Place, tokenOf } from '../stage/cast.ts';
import { stage } from '../stage/stage.ts';
import { bundleOf, type Line, randomWorld } from './worlds.ts';

let house: House;
const MORE: readonly Line[] = [
  { record: 'dataset', key: 'OPENED', title: '开放目录', provider: 'A1', state: 'PUBLISHED', open: 'UNCONDITIONAL' },
  { record: 'dataset', key: 'LISTED', title: '不予开放目录', provider: 'A1', state: 'PUBLISHED', open: 'NONE' },
  { record: 'product', key: 'MADE1', name: '甲产品', developer: 'C1', versions: [] },
  { record: 'product', key: 'MADE2', name: '乙产品', developer: 'C2', versions: [] },
];
beforeAll(async () => {
  house = await stage();
  const { refusals } = await loadBundle(house, [bundleOf([...randomWorld(1, 6), ...MORE])]);
  expect(refusals).toEqual([]);
});

const text = JSON.stringify;
/** JSON as GraphQL writes it. */
const literal = (content: object) => text(content).replace(/"(\w+)":/g, '$1: ');
const save = (field: string, content: object) =>
  `mutation { ${field}Save(input: { content: ${literal(content)} }) { refusals { code } } }`;
let made = 0;
const dataset = (provider: string) =>
  save('dataset', { key: `ROLE-${made++}`, title: '新目录', provider, state: 'DRAFT' });
const organization = (jurisdiction: string) =>
  save('organization', { key: `ROLE-${made++}`, name: '新机构', kind: 'AGENCY', jurisdiction });
const flow = (to: string, assertedBy: string) =>
  save('flow', { from: 'Dataset:OPENED', to, kind: 'DERIVED', assertedBy, validFrom: '2026-01-01' });
const node = (id: string) => `{ node(id: ${text(id)}) { id } }`;
const check = (title: string) =>
  `mutation { collectionCheckRecord(input: { intent: { title: ${text(title)}, items: [{ name: "信用代码" }] } }) { refusals { code } } }`;
const account = `mutation { accountOpen(input: { issuer: "urn:test", subject: "by-role", role: AUDITOR }) { refusals { code } } }`;
const log = '{ auditRecords(first: 1) { edges { node { id } } } }';
/** A decision on the first finding that he is told of. */
const judge = async (token: string) => {
  const { data } = await ask('{ findings(first: 1) { edges { node { id } } } }', token);
  const [edge] = (data as { findings: { edges: { node: { id: string } }[] } }).findings.edges;
  return `mutation { findingJudge(input: { finding: ${text(edge!.node.id)}, decision: ACCEPT, reason: "已知", until: "2026-12-31" }) { finding { state } refusals { code } } }`;
};
const ask = (question: string, token: string | undefined) =>
  post(servingOf(house).serving, question, {}, token === undefined ? {} : { token });

type Question = string | ((token: string) => Promise<string>);
/** Whoever, what he may, and what he may not. */
const PATHS: readonly [AccountRole | 'PUBLIC', Place, Question, Question][] = [
  ['PUBLIC', {}, node('Dataset:OPENED'), dataset('A1')],
  ['CLERK', { organization: 'A1' }, dataset('A1'), dataset('A2')],
  ['REVIEWER', { organization: 'A1' }, check('企业登记'), organization('PA')],
  ['AUTHORITY', { jurisdiction: 'PA' }, organization('PD'), organization('PB')],
  ['GOVERNMENT', { jurisdiction: 'PA' }, judge, organization('PA')],
  ['OPERATOR', { organization: 'C1' }, flow('Product:MADE1', 'C1'), dataset('C1')],
  ['DEVELOPER', { organization: 'C2' }, flow('Product:MADE2', 'C2'), check('企业登记')],
  ['REGISTRY', { jurisdiction: 'PA' }, node('Product:MADE1'), dataset('A1')],
  ['AUDITOR', {}, log, account],
  ['ADMIN', {}, account, log],
];

describe('over HTTP, with a token of his account', () => {
  it.each(PATHS)('%s %o does what he may, and is FORBIDDEN what he may not', async (role, place, may, mayNot) => {
    const token = role === 'PUBLIC' ? undefined : await tokenOf(house, role, place);
    const who = await ask('{ viewer { role organization { id } } }', token);
    expect(who.data).toEqual({
      viewer: { role, organization: place.organization ? { id: `Organization:${place.organization}` } : null },
    });
    const done = await ask(typeof may === 'string' ? may : await may(token!), token);
    expect(done.errors).toBeUndefined();
    const [answer] = Object.values(done.data ?? {}) as [{ refusals?: unknown[] } | null];
    expect(answer).not.toBeNull();
    expect(answer?.refusals ?? []).toEqual([]);
    const not = await ask(typeof mayNot === 'string' ? mayNot : await mayNot(token!), token);
    expect(not.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
  });

  it('what is not openly listed is nothing to the public, and a record to the registration body of the city', async () => {
    const registry = await tokenOf(house, 'REGISTRY', { jurisdiction: 'PA' });
    for (const id of ['Dataset:LISTED', 'Product:MADE1']) {
      expect((await ask(node(id), undefined)).data).toEqual({ node: null });
      expect((await ask(node(id), registry)).data).toEqual({ node: { id } });
    }
  });
});
