import { describe, expect, test } from 'vitest';
import { r12x7 } from '#src/compliance/rules/r12-7.ts';
import { dataset, findings, found, other, population } from '../scene.ts';

const law = (fields = {}) => [
  other('instrument', 'I', { title: '旧规', level: 'LOCAL_RULE', repealedOn: '2026-06-30', ...fields }),
  other('provision', 'I-1', { instrument: 'I', article: '1' }),
];
const change = (fields = {}) =>
  other('change', 'CH', { kind: 'RULE', provision: 'I-1', effectiveOn: '2026-11-16', ...fields });
const entry = (fields = {}) => dataset('X', { basis: ['I-1'], ...fields });

describe('R12-7 entry cites repealed law', () => {
  test('guilty: repealed, and no change is open', () => {
    expect(found(r12x7, ...law(), entry())).toEqual(['Dataset:X ← Dataset:X Provision:I-1']);
    expect(findings(r12x7, ...law(), entry())[0]).toMatchObject({ object: 'Provision:I-1', since: '2026-06-30' });
  });
  test('guilty: the message cites the law as people do', () => {
    const [finding] = findings(r12x7, ...law(), entry());
    expect(finding!.message.zh).toContain('“旧规第一条”已于2026-06-30废止');
    const written = other('provision', 'I-2', { instrument: 'I', article: '第二条第一款' });
    const [second] = findings(r12x7, ...law(), written, entry({ basis: ['I-2'] }));
    expect(second!.message.zh).toContain('“旧规第二条第一款”');
  });
  test('guilty: the change was answered, yet the entry still cites it', () => {
    expect(found(r12x7, ...law(), change(), entry({ entryUpdatedOn: '2026-11-20' }))).toHaveLength(1);
  });
  test('innocent: in force', () => expect(found(r12x7, ...law({ repealedOn: undefined }), entry())).toEqual([]));
  test('near miss: a change is open, whether its clock runs or is over; repealed tomorrow', () => {
    expect(found(r12x7, ...law(), change(), entry())).toEqual([]);
    expect(found(r12x7, ...law(), change({ effectiveOn: '2026-07-01' }), entry())).toEqual([]);
    expect(found(r12x7, ...law({ repealedOn: '2026-11-24' }), entry())).toEqual([]);
  });
  test('empty population: the repealed law is only the duty’s basis', () => {
    const duty = other('duty', 'DU', { organization: 'A', title: '登记', basis: ['I-1'] });
    expect(population(r12x7, ...law(), duty, dataset('X', { duty: 'DU' }))).toBe(0);
  });
});
