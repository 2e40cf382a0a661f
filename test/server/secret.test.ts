import { expect, it } from 'vitest';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { agency, bundles, city } from '../exchange/lines.ts';
import { tokenOf } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';
import { post, servingOf } from './face.ts';

const SECRET = '机密名称甲乙丙';
const bundle = bundles();
const house = await stage();
await loadBundle(house, [bundle.of(city(), agency())]);
const token = await tokenOf(house, 'CLERK', { organization: 'AGENCY' });
const content = { key: 'S1', title: SECRET, provider: 'AGENCY', secrecy: 'STATE' };
const MUTATION =
  'mutation ($input: DatasetSaveInput!) { datasetSave(input: $input) { dataset { id } refusals { code message path } } }';

/** Everything that stands in the graph, as text: properties of nodes and of relationships. */
async function stored(): Promise<string> {
  const rows = await query('MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN properties(n) AS n, properties(r) AS r');
  return JSON.stringify(rows);
}

it.each([
  ['a whole mutation', { input: { content } }, 'SECRET'],
  ['a mutation that may come twice', { input: { content, idempotencyKey: 'once' } }, 'SECRET'],
  ['a mutation with a field that there is not', { input: { content, [SECRET]: SECRET } }, 'may be secret'],
  ['a mutation with a wrong base', { input: { content, basedOn: { a: SECRET } } }, 'may be secret'],
  ['content that is no object', { input: { content: `{"secrecy":"STATE","title":"${SECRET}"}` } }, 'MISSING_FIELD'],
  [
    'a mark in other letters',
    { input: { content: { ...content, secrecy: undefined, ＳＥＣＲＥＣＹ: ' work' } } },
    'SECRET',
  ],
] as const)('a secret in %s is neither told again, logged nor stored', async (_what, variables, words) => {
  const { serving, lines } = servingOf(house);
  const { text } = await post(serving, MUTATION, variables, { token });
  expect(text).toContain(words);
  expect(text).not.toContain(SECRET);
  expect(lines.join()).not.toContain(SECRET);
  expect(await stored()).not.toContain(SECRET);
});

it.each([
  [
    'written out in a question',
    `mutation { datasetSave(input: { content: { secrecy: "STATE", title: "${SECRET}" }, other: "${SECRET}" }) { dataset { id } } }`,
  ],
  ['in a question that cannot be read', `mutation { datasetSave(input: { content: { secrecy: "STATE" } } "${SECRET}"`],
  [
    'where another type is due',
    `mutation { datasetSave(input: { content: { secrecy: "STATE" }, basedOn: ${SECRET} }) { dataset { id } } }`,
  ],
])('a secret %s is not told again', async (_what, text) => {
  const { serving, lines } = servingOf(house);
  const reply = await post(serving, text, {}, { token });
  expect(reply.errors?.length).toBeGreaterThan(0);
  expect(reply.text + lines.join()).not.toContain(SECRET);
});

it('other mistakes are told as ever', async () => {
  const { serving } = servingOf(house);
  const { errors } = await post(
    serving,
    'mutation { datasetSave(input: { other: 1 }) { dataset { id } } }',
    {},
    { token },
  );
  expect(errors?.map(({ message }) => message).join()).toContain('other');
});
