import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/collection/features.ts';
import { type LikelyPair, PairStock } from '../../src/collection/pair-stock.ts';
import { chanceOf } from '../chance.ts';
import { judge, KUNMING } from './matching-data.ts';

const SPREAD = ['昆明市', '五华区', '官渡区', ''];
const THINGS = ['驾校', '机动车驾驶员培训机构', '公厕', '公共厕所', '水库', '行政许可', '甲类行政许可', '中小学校'];
const WORDS = ['名录', '信息', '分布', '基本情况表', '2023年统计', ''];

const subject = (title: string): Subject => ({ title, home: KUNMING });
const told = (pairs: readonly LikelyPair[]) =>
  pairs.map(({ a, b, judgment }) => [a, b, judgment.score, judgment.relation]);

function built(datasets: Iterable<readonly [string, Subject]>): PairStock {
  const stock = new PairStock(judge, 0.3);
  for (const [id, one] of datasets) stock.put(id, one);
  return stock;
}

describe('pairs of the stock', () => {
  it('holds what synonyms connect, and not what is something else', () => {
    const stock = built(
      ['昆明市驾校名录', '昆明市机动车驾驶员培训机构信息', '昆明市公厕信息', '昆明市水库信息'].map((title) => [
        title,
        subject(title),
      ]),
    );
    expect(stock.pairs().map(({ a, b }) => [a, b])).toEqual([['昆明市机动车驾驶员培训机构信息', '昆明市驾校名录']]);
  });

  it('loses a pair with either side, and tells another one when a title changes', () => {
    const stock = built([
      ['A', subject('公共厕所信息')],
      ['B', subject('公厕信息')],
      ['C', subject('水库信息')],
    ]);
    expect(stock.pairs().map(({ a, b }) => [a, b])).toEqual([['A', 'B']]);
    stock.put('B', subject('水库名录'));
    expect(stock.pairs().map(({ a, b }) => [a, b])).toEqual([['B', 'C']]);
    stock.drop('C');
    expect(stock.pairs()).toEqual([]);
    expect(stock.size).toBe(2);
  });

  it.each([1, 2, 3, 4])('is the same after any changes as worked out anew, lot %i', (lot) => {
    const { below, pick } = chanceOf(lot);
    const now = new Map<string, Subject>();
    const stock = built([]);
    for (let step = 0; step < 150; step++) {
      const id = `Dataset:${below(40)}`;
      if (below(4) === 0) {
        now.delete(id);
        stock.drop(id);
      } else {
        const said = subject(`${pick(SPREAD)}${pick(THINGS)}${pick(WORDS)}`);
        now.set(id, said);
        stock.put(id, said);
      }
      if (step % 10 === 0) expect(told(stock.pairs())).toEqual(told(built(now).pairs()));
    }
    expect(stock.pairs().length).toBeGreaterThan(10);
    expect(told(stock.pairs())).toEqual(told(built([...now].reverse()).pairs()));
  });
});
