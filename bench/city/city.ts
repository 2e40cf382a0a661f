import { quarters } from './quarters.ts';
import { assetLine, controls, flowLine, grounds, type Line, organizations } from './records.ts';
import { hubs, ladder, layers, probe, type Region } from './regions.ts';
import { HUB, shapeOf } from './shape.ts';

/** A city as lines of a bundle, file by file; nothing of it is held in memory but the regions' ids. */
export interface City {
  readonly counts: { readonly assets: number; readonly flows: number; readonly organizations: number };
  files(): Record<string, Iterable<Line>>;
}

/** The city of so many assets, with ties of control between its bodies or without. The same number gives the same city, byte for byte. */
export function city(assets: number, tied = false): City {
  const shape = shapeOf(assets);
  const fixed = [ladder(), layers(shape), probe()];
  const flowsOf = (region: Region) => {
    let count = 0;
    for (const _ of region.arrows()) count++;
    return count;
  };
  const flows = fixed.reduce((sum, region) => sum + flowsOf(region), 0) + shape.hubs * HUB * 2;
  const count = fixed.reduce((sum, region) => sum + region.assets.length, 0) + shape.hubs * 2;
  const ordinary = quarters(shape, { assets: count, flows });
  const regions = [...fixed, hubs(shape, ordinary.id)];
  return {
    counts: { assets, flows: shape.flows, organizations: shape.organizations },
    files: () => ({
      'grounds.jsonl.gz': grounds(),
      'organizations.jsonl.gz': organizations(shape.organizations),
      ...(tied ? { 'controls.jsonl.gz': controls(shape.organizations) } : {}),
      'assets.jsonl.gz': numbered(
        strewn(
          regions.map(({ assets: ids }) => ids),
          count,
          range(ordinary.size, ordinary.id),
          ordinary.size,
        ),
        (id) => assetLine(id, shape.organizations),
      ),
      'flows.jsonl.gz': numbered(
        strewn(
          regions.map((region) => region.arrows()),
          flows,
          ordinary.arrows(),
          shape.flows - flows,
        ),
        (arrow, n) => flowLine(arrow, n, shape.organizations),
      ),
    }),
  };
}

/** Strews the few evenly among the many, so that a region lies scattered in the database's files as it would in life. */
function* strewn<Value>(
  few: readonly Iterable<Value>[],
  fewCount: number,
  many: Iterable<Value>,
  manyCount: number,
): Generator<Value> {
  const rare = chained(few);
  const usual = many[Symbol.iterator]();
  const all = fewCount + manyCount;
  for (let n = 0; n < all; n++) {
    const turn = Math.floor(((n + 1) * fewCount) / all) > Math.floor((n * fewCount) / all);
    const next = turn ? rare.next() : usual.next();
    if (next.done === true) throw new RangeError('the city does not add up');
    yield next.value;
  }
}

function* chained<Value>(lists: readonly Iterable<Value>[]): Generator<Value, undefined> {
  for (const list of lists) yield* list;
}

function* range(size: number, id: (i: number) => string): Generator<string> {
  for (let i = 0; i < size; i++) yield id(i);
}

function* numbered<Value>(values: Iterable<Value>, line: (value: Value, n: number) => Line): Generator<Line> {
  let n = 0;
  for (const value of values) yield line(value, n++);
}
