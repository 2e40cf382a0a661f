import { describe, expect, test } from 'vitest';
import { r18x1 } from '#src/compliance/rules/r18-1.ts';
import { dataset, found, population } from '../scene.ts';

const opened = (fields = {}) => dataset('X', { open: 'CONDITIONAL', openCondition: '实名', ...fields });
const secret = { name: '病历', personal: 'SENSITIVE' };

describe('R18-1 sensitive data opened', () => {
  test('guilty: a sensitive item is opened, or an item of level 4', () => {
    expect(found(r18x1, opened({ items: [secret] }))).toEqual(['Dataset:X ← Dataset:X']);
    expect(found(r18x1, opened({ open: 'UNCONDITIONAL', items: [{ name: '坐标', level: 4 }] }))).toHaveLength(1);
  });
  test('guilty: a dataset of level 4 opened as a whole', () =>
    expect(found(r18x1, opened({ level: 4 }))).toHaveLength(1));
  test('innocent: level 2', () =>
    expect(found(r18x1, opened({ level: 2, items: [{ name: '姓名', personal: 'PERSONAL' }] }))).toEqual([]));
  test('near miss: the sensitive item is withheld, also from a dataset of level 4; public by statute; not opened', () => {
    expect(found(r18x1, opened({ level: 4, items: [{ ...secret, open: 'NONE' }, { name: '机构' }] }))).toEqual([]);
    expect(found(r18x1, opened({ items: [{ ...secret, public: true }] }))).toEqual([]);
    expect(found(r18x1, dataset('X', { level: 4, items: [secret] }))).toEqual([]);
  });
  test('empty population: nothing is opened', () =>
    expect(population(r18x1, dataset('X'), opened({ state: 'DRAFT' }))).toBe(0));
});
