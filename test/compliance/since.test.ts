import { describe, expect, test } from 'vitest';
import type { AnyRule } from '#src/compliance/rule.ts';
import { r11x6 } from '#src/compliance/rules/r11-6.ts';
import { r12x2 } from '#src/compliance/rules/r12-2.ts';
import { r13x2 } from '#src/compliance/rules/r13-2.ts';
import { r14x1 } from '#src/compliance/rules/r14-1.ts';
import { r17x4 } from '#src/compliance/rules/r17-4.ts';
import { r23x4 } from '#src/compliance/rules/r23-4.ts';
import { r23x8 } from '#src/compliance/rules/r23-8.ts';
import { r25x1 } from '#src/compliance/rules/r25-1.ts';
import { r27x1 } from '#src/compliance/rules/r27-1.ts';
import { r27x2 } from '#src/compliance/rules/r27-2.ts';
import type { BundleRecord } from '../kunming/city.ts';
import {
  agreement,
  collection,
  database,
  dataset,
  element,
  findings,
  flow,
  other,
  plan,
  product,
  request,
} from './scene.ts';

/** The first day from which it has held without a break, on the facts known now 自何时起. */
const sinceOf = (rule: AnyRule, ...records: BundleRecord[]): (string | null)[] =>
  findings(rule, ...records).map(({ since }) => since);
const from = (day: string, fields: object = {}) => ({ validFrom: `${day}T09:00:00+08:00`, ...fields });

describe('since when a finding has held', () => {
  test('R11-6: since the second source published, not since the first published twice', () => {
    const title = { title: '同名' };
    const twice = [
      dataset('X1', { ...title, publishedOn: '2025-01-10' }),
      dataset('X2', { ...title, publishedOn: '2025-02-10' }),
    ];
    const second = dataset('X3', { ...title, provider: 'B', publishedOn: '2025-06-10' });
    expect(sinceOf(r11x6, ...twice, second)).toEqual(['2025-06-10']);
  });
  test('R12-2: since the law that allowed the refusal was repealed', () => {
    const law = [
      other('instrument', 'I', { title: '某法', level: 'LAW' }),
      other('provision', 'I-1', { instrument: 'I', article: '1', repealedOn: '2026-07-01' }),
    ];
    const entry = dataset('X', { share: 'NONE', basis: ['I-1'], publishedOn: '2025-01-10' });
    expect(sinceOf(r12x2, ...law, entry)).toEqual(['2026-07-01']);
  });
  test('R13-2: since the second collector began, or since the source department stopped', () => {
    const items = [{ name: '电话', element: 'E1' }];
    const two = [
      element('E1', '电话'),
      collection('K1', { organization: 'A', items, startedOn: '2025-01-01' }),
      collection('K2', { organization: 'A', items, startedOn: '2025-02-01' }),
      collection('K3', { organization: 'B', items, startedOn: '2025-06-01' }),
    ];
    expect(sinceOf(r13x2, ...two)).toEqual(['2025-06-01']);
    const lead = (endedOn: string) =>
      collection('K4', { organization: 'C', items, exemption: 'FIRST_SOURCE', endedOn });
    expect(sinceOf(r13x2, ...two, lead('2026-03-01'))).toEqual(['2026-03-01']);
    expect(sinceOf(r13x2, ...two, lead('2025-03-01'))).toEqual(['2025-06-01']);
  });
  test('R14-1: since publication where aggregation had ended before', () => {
    const ended = flow('Dataset:X', 'Database:B', 'AGGREGATED', from('2025-01-01', { validTo: '2025-03-01' }));
    expect(sinceOf(r14x1, database('B'), dataset('X', { publishedOn: '2025-06-01' }), ended)).toEqual(['2025-06-01']);
    expect(sinceOf(r14x1, database('B'), dataset('X', { publishedOn: '2025-02-01' }), ended)).toEqual(['2025-03-01']);
  });
  test('R17-4: since it was supplied to the third party, whatever flowed there before', () => {
    const world = [
      dataset('S', { provider: 'A', open: 'NONE' }),
      dataset('M', { provider: 'B' }),
      dataset('T', { provider: 'C' }),
      request('RQ', { dataset: 'S', requester: 'B', events: [] }),
      flow('Dataset:S', 'Dataset:M', 'DERIVED', from('2025-02-01')),
      flow('Dataset:M', 'Dataset:T', 'DERIVED', from('2025-03-01')),
    ];
    expect(sinceOf(r17x4, ...world)).toEqual([]);
    expect(sinceOf(r17x4, ...world, flow('Dataset:M', 'Dataset:T', 'SUPPLIED', from('2026-05-01')))).toEqual([
      '2026-05-01',
    ]);
  });
  test('R23-4: since the first of what is not covered left a database of the plan', () => {
    const world = [
      database('B'),
      dataset('X'),
      plan('PL-1', { scope: ['Database:B'] }),
      agreement('AG', { scope: ['Dataset:X'] }),
    ];
    expect(sinceOf(r23x4, ...world)).toEqual(['2025-03-10']);
    const ended = flow('Dataset:X', 'Database:B', 'AGGREGATED', from('2025-01-01', { validTo: '2026-04-01' }));
    expect(sinceOf(r23x4, ...world, ended)).toEqual(['2026-04-01']);
  });
  test('R23-8: not before the agreement was signed', () => {
    const world = [dataset('X'), plan('PL-1')];
    const late = agreement('AG', { scope: ['Dataset:X'], termFrom: '2025-03-03', signedOn: '2026-09-01' });
    expect(sinceOf(r23x8, ...world, late)).toEqual(['2026-09-01']);
    expect(sinceOf(r23x8, ...world, { ...late, signedOn: '2025-03-01' })).toEqual(['2025-04-01']);
  });
  test('R27-1: since the way became raw', () => {
    const world = [dataset('X'), product('P', { versions: [{ version: '1', deliveredOn: '2025-02-01' }] })];
    const made = flow('Dataset:X', 'Product:P', 'MADE_INTO', from('2025-01-01', { transform: 'STATISTICS' }));
    const copied = flow('Dataset:X', 'Product:P', 'MADE_INTO', from('2026-05-01', { transform: 'COPY' }));
    expect(sinceOf(r27x1, ...world, made, copied)).toEqual(['2026-05-01']);
  });
  test('R27-2: since the input has been taken, and since it was covered no more; after the end since anything was taken', () => {
    const world = [
      database('B', { lead: 'B' }),
      dataset('X'),
      plan('PL-1'),
      agreement('AG', { scope: ['Database:B'] }),
      product('P', { agreement: 'AG' }),
      flow('Dataset:X', 'Product:P', 'MADE_INTO', from('2026-02-01')),
    ];
    expect(sinceOf(r27x2, ...world)).toEqual(['2026-02-01']);
    const ended = flow('Dataset:X', 'Database:B', 'AGGREGATED', from('2025-01-01', { validTo: '2026-04-01' }));
    expect(sinceOf(r27x2, ...world, ended)).toEqual(['2026-04-01']);
    const over = agreement('AG', { scope: ['Dataset:X'], terminatedOn: '2025-12-01' });
    expect(sinceOf(r27x2, ...world.filter(({ key }) => key !== 'AG'), over)).toEqual(['2026-02-01']);
  });
  test('R25-1: since the item stood in the entry, the flow began, or the lowering ended; not fixed where only the source’s sources tell', () => {
    const low = (fields: object = {}) => dataset('X', { level: 1, publishedOn: '2025-02-01', ...fields });
    const personal = [{ name: '姓名', personal: 'PERSONAL' }];
    expect(sinceOf(r25x1, low({ items: personal }))).toEqual(['2025-02-01']);
    expect(sinceOf(r25x1, low({ items: personal, entryUpdatedOn: '2026-02-01' }))).toEqual(['2026-02-01']);

    const source = dataset('S', { level: 3 });
    const counted = flow('Dataset:S', 'Dataset:X', 'DERIVED', from('2025-05-01', { transform: 'STATISTICS' }));
    expect(sinceOf(r25x1, source, low(), counted)).toEqual(['2025-05-01']);
    expect(sinceOf(r25x1, source, low({ level: 2 }), counted)).toEqual(['2025-05-01']);
    const adjusted = (to: number, until?: string) =>
      low({ level: 2, levelAdjustment: { to, by: 'A', on: '2025-06-01', until } });
    expect(sinceOf(r25x1, source, adjusted(2), counted)).toEqual([]);
    expect(sinceOf(r25x1, source, adjusted(2, '2026-05-31'), counted)).toEqual(['2026-06-01']);
    expect(sinceOf(r25x1, source, adjusted(3, '2026-05-31'), counted)).toEqual(['2025-05-01']);
    expect(sinceOf(r25x1, source, adjusted(3), counted)).toEqual(['2025-05-01']);
    expect(sinceOf(r25x1, adjusted(3))).toEqual(['2025-06-01']);

    const mapped = { items: [['姓名', '项']] };
    const wide = dataset('S', { level: 3, items: [{ name: '姓名', level: 2 }] });
    expect(sinceOf(r25x1, wide, low(), flow('Dataset:S', 'Dataset:X', 'DERIVED', from('2025-05-01', mapped)))).toEqual([
      '2025-05-01',
    ]);
    const far = [
      dataset('S', { level: 4 }),
      database('B'),
      flow('Dataset:S', 'Database:B', 'AGGREGATED', from('2025-03-01')),
      flow('Database:B', 'Dataset:X', 'DERIVED', from('2025-04-01')),
    ];
    expect(sinceOf(r25x1, ...far, low())).toEqual([null]);
  });
  test('a day to come fixes nothing', () => {
    expect(sinceOf(r14x1, dataset('X', { publishedOn: '2026-11-24' }))).toEqual([null]);
    expect(sinceOf(r14x1, dataset('X', { publishedOn: '2026-11-23' }))).toEqual(['2026-11-23']);
  });
});
