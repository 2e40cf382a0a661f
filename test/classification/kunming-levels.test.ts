import { expect, test } from 'vitest';
import { momentOf } from '#src/calendar/moment.ts';
import { type GradedAsset, type GradedFlow, LevelBook } from '#src/classification/level-book.ts';
import { marksOf } from '#src/classification/triggers.ts';
import { officialPolicy } from '../clock/profiles.ts';
import { expected, NOW, records, TODAY } from '../kunming/city.ts';

const TYPES: Record<string, string> = { dataset: 'Dataset', database: 'Database', product: 'Product' };
const live = records.filter((record) => record['retired'] !== true);
const assets = live
  .filter((record) => record.record in TYPES)
  .map((record) => ({ ...record, id: `${TYPES[record.record]}:${record.key}` }) as unknown as GradedAsset);
const flows = records.filter(
  (record) =>
    record.record === 'flow' &&
    momentOf(record['validFrom'] as string)! <= NOW &&
    (!record['validTo'] || NOW < momentOf(record['validTo'] as string)!) &&
    momentOf(record['recordedAt'] as string)! <= NOW &&
    (!record['retiredAt'] || NOW < momentOf(record['retiredAt'] as string)!),
) as unknown as GradedFlow[];
const nameOf = new Map(live.filter((r) => r.record === 'element').map((r) => [r.key!, r['name'] as string]));
const mark = marksOf(officialPolicy);
const book = LevelBook.of(assets, flows, TODAY, (element) => mark(nameOf.get(element) ?? ''));

test('every level of the city is as the independent program has it', () => {
  const found = Object.fromEntries(Object.keys(expected.levels).map((id) => [id, book.of(id)]));
  expect(found).toEqual(expected.levels);
  expect(assets.map((asset) => asset.id).sort()).toEqual(Object.keys(expected.levels).sort());
});

test('every level has a reason that ends at something that needs no further one', () => {
  for (const id of Object.keys(expected.levels)) {
    const reasons = book.why(id);
    expect(reasons[0]?.asset, id).toBe(id);
    expect(
      reasons.slice(0, -1).every((step) => step.cause === 'SOURCE'),
      id,
    ).toBe(true);
    expect(reasons.at(-1)!.cause, id).not.toBe('SOURCE');
  }
});

test('the reason is a path: the lake database stands at 3 because of what is aggregated into it', () => {
  const reasons = book.why('Database:DB-DC');
  expect(reasons[0]).toMatchObject({ asset: 'Database:DB-DC', level: 3, cause: 'SOURCE' });
  expect(reasons.at(-1)!.level).toBe(3);
  expect(book.why('Dataset:nowhere')).toEqual([]);
});
