import { describe, expect, it } from 'vitest';
import { sealOrder } from '../../src/audit/order.ts';

const one = (digest: string, ...previous: string[]) => ({ digest, previous });
const order = (given: ReturnType<typeof one>[], outside: string[] = []) =>
  sealOrder(given, new Set(outside))
    .map(({ digest }) => digest)
    .join('');

describe('the order of sealing', () => {
  it('is that of time', () => {
    expect(order([one('a'), one('b'), one('c')])).toBe('abc');
  });

  it('puts no record before the one before it about the same subject, whatever the clocks said', () => {
    expect(order([one('c', 'b'), one('b', 'a'), one('a'), one('d')])).toBe('abcd');
    expect(order([one('d', 'b', 'c'), one('c', 'a'), one('b', 'a'), one('a')])).toMatch(/^a(bc|cb)d$/);
  });

  it('leaves for the next time what comes after a record that was not seen yet', () => {
    expect(order([one('c', 'b'), one('b', 'x'), one('a')], ['x'])).toBe('a');
  });

  it('does not wait for a record that is gone: that is for verify to tell', () => {
    expect(order([one('b', 'gone'), one('a')])).toBe('ba');
  });

  it('ends on a forged circle', () => {
    expect(order([one('a', 'b'), one('b', 'a')])).toHaveLength(2);
  });

  it('is found for a long chain that comes backwards', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => one(String(i), String(i + 1)));
    expect(sealOrder(chain, new Set()).at(0)?.digest).toBe('19999');
  });
});
