import { describe, expect, it } from 'vitest';
import { smallestCover } from '../../src/collection/cover.ts';

describe('the smallest set of datasets that gives every item', () => {
  it('beats the greedy choice', () => {
    const offers = [
      { id: 'big', gives: ['a', 'b', 'c', 'd'] },
      { id: 'left', gives: ['a', 'b', 'e'] },
      { id: 'right', gives: ['c', 'd', 'f'] },
    ];
    expect(smallestCover(['a', 'b', 'c', 'd', 'e', 'f'], offers)).toEqual({
      chosen: ['left', 'right'],
      exact: true,
      bound: 1,
    });
  });

  it('leaves out what nobody gives and needs nothing for nothing', () => {
    expect(smallestCover(['x'], [{ id: 'a', gives: ['y'] }])).toEqual({ chosen: [], exact: true, bound: 1 });
    expect(smallestCover([], [{ id: 'a', gives: ['y'] }]).chosen).toEqual([]);
  });

  it('prefers the earlier of two that give the same', () => {
    const offers = [
      { id: 'z', gives: ['a'] },
      { id: 'b', gives: ['a'] },
    ];
    expect(smallestCover(['a'], offers).chosen).toEqual(['z']);
  });

  it('goes the greedy way above twenty candidates and states its bound', () => {
    const items = Array.from({ length: 30 }, (_, i) => `i${i}`);
    const offers = items.map((item, i) => ({
      id: `o${String(i).padStart(2, '0')}`,
      gives: [item, items[(i + 1) % 30]!],
    }));
    const cover = smallestCover(items, offers);
    expect(cover.exact).toBe(false);
    expect(cover.bound).toBeCloseTo(Math.log(30) + 1);
    expect(cover.chosen.length).toBeLessThanOrEqual(15 * cover.bound);
    const given = new Set(cover.chosen.flatMap((id) => offers.find((offer) => offer.id === id)!.gives));
    expect(given.size).toBe(30);
  });

  it('agrees with trying every choice', () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    for (let round = 0; round < 60; round++) {
      const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
      const offers = Array.from({ length: 7 }, (_, i) => ({ id: `o${i}`, gives: items.filter(() => random() < 0.35) }));
      const wanted = items.filter((item) => offers.some((offer) => offer.gives.includes(item)));
      let best = wanted.length === 0 ? 0 : 99;
      for (let mask = 1; mask < 128; mask++) {
        const chosen = offers.filter((_, i) => mask & (1 << i));
        if (wanted.every((item) => chosen.some((offer) => offer.gives.includes(item))))
          best = Math.min(best, chosen.length);
      }
      expect(smallestCover(items, offers).chosen.length).toBe(best);
    }
  });
});
