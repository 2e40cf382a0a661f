import { describe, expect, it } from 'vitest';
import { relatePeriods, takePeriod } from '../../src/collection/period.ts';

const relate = (a: string, b: string) => relatePeriods(takePeriod(a).period, takePeriod(b).period);

describe('periods of titles', () => {
  it.each([
    ['招标信息2018年6月', '招标信息', 2018 * 12 + 5, 2018 * 12 + 5],
    ['2022年一季度供水', '供水', 2022 * 12, 2022 * 12 + 2],
    ['2019-2021年统计', '统计', 2019 * 12, 2021 * 12 + 11],
    ['市场主体(202209)', '市场主体()', 2022 * 12 + 8, 2022 * 12 + 8],
    ['2021年上半年运行', '运行', 2021 * 12, 2021 * 12 + 5],
    ['二〇二一年运行', '运行', 2021 * 12, 2021 * 12 + 11],
  ])('%s', (title, rest, from, to) => {
    expect(takePeriod(title)).toMatchObject({ rest, period: { from, to } });
  });

  it('takes no number for a year that is none', () => {
    expect(takePeriod('12345热线').period.from).toBeNull();
    expect(takePeriod('12328工单').rest).toBe('12328工单');
  });

  it('relates years, months, quarters and batches', () => {
    expect(relate('2021年', '2021年3月')).toBe('CONTAINS');
    expect(relate('2021年3月', '2021年')).toBe('CONTAINED');
    expect(relate('2021年', '2022年')).toBe('DISJOINT');
    expect(relate('第一批', '第二批')).toBe('DISJOINT');
    expect(relate('首批', '第一批')).toBe('EQUAL');
    expect(relate('', '2022年')).toBe('ONE_SIDED');
    expect(relate('历年', '2022年')).toBe('CONTAINS');
    expect(relate('', '')).toBe('EQUAL');
  });
});
