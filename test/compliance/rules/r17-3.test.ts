import { describe, expect, test } from 'vitest';
import { r17x3 } from '#src/compliance/rules/r17-3.ts';
import { dataset, event, findings, found, other, population, request } from '../scene.ts';

const granted = (fields = {}) => request('R', { items: ['身份号码', '姓名'], term: '2026-06-30', ...fields });
const use = (fields = {}) =>
  other('use', 'U', {
    request: 'R',
    organization: 'B',
    scenario: '资格审核',
    items: ['姓名'],
    at: '2026-06-30T23:50:00+08:00',
    ...fields,
  });
const why = (...fields: object[]) =>
  findings(r17x3, dataset('S'), granted(fields[1]), use(fields[0])).map((f) => f.details!['why']);

describe('R17-3 use outside the grant', () => {
  test('guilty: by another body, after the term, of other items, before the grant', () => {
    expect(found(r17x3, dataset('S'), granted(), use({ organization: 'C' }))).toEqual(['Use:U ← Request:R Use:U']);
    expect(why({ organization: 'C' })).toEqual([['organization']]);
    expect(why({ at: '2026-06-30T16:30:00Z' })).toEqual([['term']]);
    expect(why({ items: ['姓名', '住址'] })).toEqual([['items']]);
    expect(why({ at: '2025-08-25T09:59:59+08:00' })).toEqual([['notGranted']]);
  });
  test('several reasons make one finding', () =>
    expect(why({ organization: 'C', at: '2026-07-02T00:00:00+08:00' })).toEqual([['organization', 'term']]));
  test('innocent: within the grant', () => expect(why({})).toEqual([]));
  test('near miss: the last evening of the term; items not limited; granted at that very moment, or decided on a demand', () => {
    expect(why({ at: '2026-06-30T23:59:59+08:00' })).toEqual([]);
    expect(why({ items: ['住址'] }, { items: undefined })).toEqual([]);
    expect(why({ at: '2025-08-25T10:00:00+08:00' })).toEqual([]);
    expect(why({}, { events: [event('DECIDED', '2026-01-01T10:00:00+08:00')] })).toEqual([]);
  });
  test('empty population: no use', () => expect(population(r17x3, dataset('S'), granted())).toBe(0));
});
