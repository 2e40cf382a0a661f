/**
 * Fusion triggers 关联汇聚触发条件 (table K): what two sources could tell together. A source's elements are folded into a mark of 32 bits: the four
 * sets below, then one bit for each KEY element.
 */

export type Trigger = 'KEY' | 'LOCATION' | 'HEALTH' | 'FINANCE';

const IDENTITY = 1;
const LOCATION = 2;
const HEALTH = 4;
const FINANCE = 8;
const SETS = 4;
const KEY_BITS = ~0 << SETS;

/** Table K, by names of elements. */
export interface TriggerTable {
  triggerElements(set: 'KEY' | 'IDENTITY' | 'LOCATION' | 'HEALTH' | 'FINANCE'): ReadonlySet<string>;
}

/** Marks of elements by name; at most 28 KEY elements (a table with more is a mistake in its data: RangeError). */
export function marksOf(table: TriggerTable): (elementName: string) => number {
  const keys = [...table.triggerElements('KEY')].sort();
  if (keys.length > 32 - SETS) throw new RangeError(`at most ${32 - SETS} KEY elements, not ${keys.length}`);
  const marks = new Map<string, number>();
  const add = (name: string, bit: number): void => void marks.set(name, (marks.get(name) ?? 0) | bit);
  keys.forEach((name, i) => void add(name, 1 << (SETS + i)));
  for (const name of table.triggerElements('IDENTITY')) add(name, IDENTITY);
  for (const name of table.triggerElements('LOCATION')) add(name, LOCATION);
  for (const name of table.triggerElements('HEALTH')) add(name, HEALTH);
  for (const name of table.triggerElements('FINANCE')) add(name, FINANCE);
  return (name) => marks.get(name) ?? 0;
}

/** True when both have an item of the same KEY element. */
export function shareKey(a: number, b: number): boolean {
  return (a & b & KEY_BITS) !== 0;
}

/** The triggers that fire between two sources, in the order of the alphabet. */
export function triggersBetween(a: number, b: number): Trigger[] {
  const found: Trigger[] = [];
  const meet = (set: number): boolean =>
    ((a & IDENTITY) !== 0 && (b & set) !== 0) || ((b & IDENTITY) !== 0 && (a & set) !== 0);
  if (meet(FINANCE)) found.push('FINANCE');
  if (meet(HEALTH)) found.push('HEALTH');
  if (shareKey(a, b)) found.push('KEY');
  if (meet(LOCATION)) found.push('LOCATION');
  return found;
}
