import { describe, expect, test } from 'vitest';
import { policyOn } from '#src/clock/policy.ts';
import { profile } from '#src/clock/profile.ts';
import { r23x4 } from '#src/compliance/rules/r23-4.ts';
import { profiles } from '../../clock/profiles.ts';
import { NOW } from '../../kunming/city.ts';
import { bundleView } from '../bundle-view.ts';
import { agreement, database, dataset, findings, flow, found, PEOPLE, plan, population } from '../scene.ts';

const world = [database('DB'), dataset('X'), dataset('Y')];
const scope = (...of: string[]) => agreement('AG', { scope: of });

describe('R23-4 agreement beyond its plan', () => {
  test('guilty: something outside the scope of the plan', () => {
    expect(found(r23x4, ...world, plan('PL-1', { scope: ['Database:DB'] }), scope('Dataset:Y', 'Dataset:X'))).toEqual([
      'Agreement:AG ← Plan:PL-1 Agreement:AG Dataset:X Dataset:Y',
    ]);
    expect(found(r23x4, ...world, plan('PL-1', { scope: ['Dataset:X'] }), scope('Database:DB'))).toHaveLength(1);
  });
  test('guilty: the term leaves that of the plan', () => {
    for (const term of [
      { termFrom: '2025-02-28', termTo: '2030-02-27' },
      { termTo: '2030-03-01', termFrom: '2025-03-10' },
    ])
      expect(findings(r23x4, plan('PL-1'), agreement('AG', term))[0]!.details!['why']).toEqual(['term']);
  });
  test('guilty: five years or more; 29 February and five years is 28 February', () => {
    const wide = plan('PL-1', { termFrom: '2020-01-01', termTo: '2040-01-01' });
    const years = (termFrom: string, termTo: string) =>
      found(r23x4, wide, agreement('AG', { termFrom, termTo })).length;
    expect([years('2025-03-10', '2030-03-10'), years('2024-02-29', '2029-02-28')]).toEqual([1, 1]);
    expect([years('2025-03-10', '2030-03-09'), years('2024-02-29', '2029-02-27')]).toEqual([0, 0]);
  });
  test('a later limit binds only terms that begin when it is in force', () => {
    const later = profile.parse({
      profile: 'LATER-2026',
      title: '测试档案',
      instrument: 'LATER-2026',
      source: '测试',
      from: '2026-06-01',
      limits: [
        {
          code: 'T-3Y',
          startEvents: ['AGREEMENT_TERM_STARTED'],
          length: 3,
          unit: 'YEARS',
          article: '',
          citation: '测试',
          bearer: 'PARTIES',
          meaning: '不超过三年',
          nature: 'LAW',
          verified: true,
        },
      ],
    });
    const policy = policyOn([...profiles, later], '2026-11-23');
    const years = (termFrom: string, termTo: string) => {
      const wide = plan('PL-1', { termFrom: undefined, termTo: undefined });
      return r23x4.run(bundleView([...PEOPLE, wide, agreement('AG', { termFrom, termTo })], NOW, policy)).findings
        .length;
    };
    expect([years('2026-05-31', '2029-05-31'), years('2026-06-01', '2029-06-01')]).toEqual([0, 1]);
    expect([years('2026-05-31', '2031-05-31'), years('2026-06-01', '2029-05-31')]).toEqual([1, 0]);
  });
  test('innocent: within scope and term', () =>
    expect(found(r23x4, ...world, plan('PL-1', { scope: ['Dataset:X'] }), scope('Dataset:X'))).toEqual([]));
  test('near miss: the dataset is aggregated into a database of the plan; a plan without term', () => {
    const aggregated = flow('Dataset:X', 'Database:DB', 'AGGREGATED');
    expect(found(r23x4, ...world, aggregated, plan('PL-1', { scope: ['Database:DB'] }), scope('Dataset:X'))).toEqual(
      [],
    );
    expect(
      found(r23x4, plan('PL-1', { termFrom: undefined, termTo: undefined }), agreement('AG', { termTo: '2030-03-09' })),
    ).toEqual([]);
  });
  test('empty population', () => expect(population(r23x4, plan('PL-1'))).toBe(0));
});
