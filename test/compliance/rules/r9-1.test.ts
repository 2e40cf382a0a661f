import { describe, expect, test } from 'vitest';
import { r9x1 } from '#src/compliance/rules/r9-1.ts';
import { officialPolicy } from '../../clock/profiles.ts';
import { NOW } from '../../kunming/city.ts';
import { bundleView } from '../bundle-view.ts';
import { database, findings, found, other, population } from '../scene.ts';

const all = officialPolicy.requiredDatabases('KM').map(({ kind, domain }, i) => database(`DB${i}`, { kind, domain }));

describe('R9-1 required databases', () => {
  test('guilty: a city without a required database, one finding per missing domain', () => {
    expect(found(r9x1, ...all.slice(1))).toEqual(['Jurisdiction:KM ← Jurisdiction:KM']);
    expect(findings(r9x1, ...all.slice(1))[0]).toMatchObject({ object: '人口', severity: 'VIOLATION', since: null });
    expect(findings(r9x1)).toHaveLength(14);
  });
  test('guilty: only the lead takes part', () => {
    const alone = database('DB0', { participants: ['A'] });
    expect(found(r9x1, alone, ...all.slice(1))).toEqual(['Database:DB0 ← Database:DB0']);
    expect(found(r9x1, database('DB0', { participants: [] }), ...all.slice(1))).toHaveLength(1);
  });
  test('innocent: all fourteen, each with a participant', () => {
    expect(found(r9x1, ...all)).toEqual([]);
    expect(population(r9x1, ...all)).toBe(28);
  });
  test('near miss: a theme database of the domain, a retired one or a district’s does not stand in for the basic one', () => {
    for (const fields of [{ kind: 'THEMATIC' }, { retired: true }, { jurisdiction: 'PL' }])
      expect(found(r9x1, database('X', fields), ...all.slice(1))).toEqual(['Jurisdiction:KM ← Jurisdiction:KM']);
  });
  test('empty population: no city', () => {
    const district = other('jurisdiction', 'PL', { name: '某区', kind: 'DISTRICT' });
    expect(r9x1.run(bundleView([district], NOW))).toMatchObject({ population: 0, findings: [] });
  });
});
