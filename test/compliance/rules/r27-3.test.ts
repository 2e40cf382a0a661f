import { describe, expect, test } from 'vitest';
import { r27x3 } from '#src/compliance/rules/r27-3.ts';
import {
  agreement,
  database,
  dataset,
  element,
  findings,
  flow,
  found,
  other,
  plan,
  population,
  request,
} from '../scene.ts';

const elements = [element('DE-1', '公民身份号码'), element('DE-2', '居住地址'), element('DE-3', '姓名')];
const id = { name: '号码', element: 'DE-1' };
const data = [
  ...elements,
  dataset('X', { items: [id, { name: '地址', element: 'DE-2' }] }),
  dataset('Y', { items: [id, { name: '姓名', element: 'DE-3' }] }),
];
const held = (key: string, dataset: string, fields = {}) => request(key, { dataset, ...fields });

describe('R27-3 risk by association', () => {
  test('to be judged: two datasets of two grants that a key joins', () => {
    expect(found(r27x3, ...data, held('R1', 'Y'), held('R2', 'X'))).toEqual([
      'Organization:B REVIEW ← Request:R2 Dataset:X Request:R1 Dataset:Y',
    ]);
    expect(findings(r27x3, ...data, held('R1', 'Y'), held('R2', 'X'))[0]).toMatchObject({
      object: 'Dataset:X Dataset:Y',
      details: { triggers: ['LOCATION'] },
    });
  });
  test('to be judged: a request and an agreement; two agreements; a dataset by way of a database', () => {
    const signed = (key: string, scope: string[]) => [plan('PL-1'), agreement(key, { scope })];
    expect(found(r27x3, ...data, ...signed('AG', ['Dataset:X']), held('R1', 'Y', { requester: 'O' }))).toEqual([
      'Organization:O REVIEW ← Agreement:AG Dataset:X Request:R1 Dataset:Y',
    ]);
    const aggregated = [database('DB'), flow('Dataset:Y', 'Database:DB', 'AGGREGATED')];
    expect(
      found(r27x3, ...data, ...aggregated, ...signed('AG1', ['Dataset:X']), ...signed('AG2', ['Database:DB'])),
    ).toEqual(['Organization:O REVIEW ← Agreement:AG1 Dataset:X Agreement:AG2 Dataset:Y']);
  });
  test('to be judged: companies under one controller count as one; one finding a pair', () => {
    const control = other('control', 'C', { from: 'O', to: 'D', kind: 'CONTROLS', validFrom: '2025-01-01' });
    const grants = [
      held('R1', 'X', { requester: 'O' }),
      held('R2', 'Y', { requester: 'D' }),
      held('R3', 'Y', { requester: 'D' }),
    ];
    expect(found(r27x3, ...data, control, ...grants)).toEqual([
      'Organization:O REVIEW ← Request:R1 Dataset:X Request:R2 Dataset:Y',
    ]);
    expect(found(r27x3, ...data, ...grants)).toEqual([]);
  });
  test('innocent: one grant alone', () => expect(found(r27x3, ...data, held('R1', 'X'))).toEqual([]));
  test('near miss: the granted items leave out the key or the address; one grant gave both; closed; no common key', () => {
    expect(found(r27x3, ...data, held('R1', 'X', { items: ['地址'] }), held('R2', 'Y'))).toEqual([]);
    expect(found(r27x3, ...data, held('R1', 'X', { items: ['号码'] }), held('R2', 'Y'))).toEqual([]);
    expect(found(r27x3, ...data, plan('PL-1'), agreement('AG', { scope: ['Dataset:X', 'Dataset:Y'] }))).toEqual([]);
    expect(found(r27x3, ...data, held('R1', 'X', { state: 'CLOSED' }), held('R2', 'Y'))).toEqual([]);
    expect(found(r27x3, ...data, held('R1', 'X'), held('R2', 'X'))).toEqual([]);
  });
  test('the population counts grants', () => {
    expect(population(r27x3, ...data, held('R1', 'X'), held('R2', 'Y'))).toBe(2);
    expect(population(r27x3, ...data)).toBe(0);
  });
});
