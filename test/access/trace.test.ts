import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { isRecordedReading } from '../../src/audit/reading.service.ts';
import type { House } from '../../src/house/house.ts';
import { post, servingOf } from '../server/face.ts';
import { tokenOf } from '../stage/cast.ts';
import { loadCity } from '../stage/city.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';

let house: House;
let token: string;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
  token = await tokenOf(house, 'AUDITOR');
});

const datasets = readFileSync('seed/kunming/datasets.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { key: string; open?: string; state?: string });
const idOf = ({ key }: { key: string }) => `Dataset:${key}`;
const sensitive = datasets.filter(isRecordedReading);
const plain = datasets.filter((dataset) => !isRecordedReading(dataset));
const opened = sensitive.find(({ open, state }) => open === 'CONDITIONAL' && (state ?? 'PUBLISHED') === 'PUBLISHED')!;

/** Asks for some records at once; answers what the log has of it. */
async function read(ids: readonly string[], sign: { token?: string }): Promise<string[][]> {
  await query("MATCH (r:AuditRecord {act: 'record:read'}) DETACH DELETE r");
  const text = `{ ${ids.map((id, i) => `r${i}: node(id: "${id}") { id }`).join(' ')} }`;
  const { data, errors } = await post(servingOf(house).serving, text, {}, sign);
  expect([errors, Object.values(data ?? {}).length]).toEqual([undefined, ids.length]);
  const rows = await query("MATCH (r:AuditRecord {act: 'record:read'}) RETURN r.content AS content");
  return rows.map(({ content }) =>
    (JSON.parse(String(content)) as { subjects: { id: string }[] }).subjects.map(({ id }) => id).sort(),
  );
}

it('whoever signed in and reads of personal data or level 4 leaves one record a request, with all that was read', async () => {
  const some = sensitive.slice(0, 3).map(idOf).sort();
  expect(await read([...some, idOf(plain[0]!)], { token })).toEqual([some]);
});

it('what is neither leaves none', async () => {
  expect(await read(plain.slice(0, 3).map(idOf), { token })).toEqual([]);
});

it('the public leaves none: what it reads is openly listed', async () => {
  expect(await read([idOf(opened)], {})).toEqual([]);
});
