/** The time a title speaks of 时间范围: months counted from year 0, both ends included; null when it names none. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
  /** Quarter or month named without a year, e.g. 8月. */
  readonly partOfYear: string | null;
  /** Batch, term or session: 第三批, 六届. */
  readonly batch: string | null;
  /** A row of years: 历年, 近五年, 主要年份. */
  readonly series: boolean;
}

/** How the first period lies to the second. */
export type PeriodRelation = 'EQUAL' | 'CONTAINS' | 'CONTAINED' | 'DISJOINT' | 'ONE_SIDED';

const DIGITS: Record<string, string> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const YEAR = '((?:19|20)\\d{2})';
const RANGE = new RegExp(`${YEAR}年?(?:-|至|到)${YEAR}年?`, 'u');
const DAY = new RegExp(
  `${YEAR}年?[-.]?(\\d{1,2})月(?:份)?(?:\\d{1,2}日)?(?:(?:-|至|到)(?:${YEAR}年)?(?:(\\d{1,2})月)?(?:\\d{1,2}日)?)?`,
  'u',
);
const COMPACT = new RegExp(`(?<!\\d)${YEAR}(0[1-9]|1[0-2])(?!\\d)`, 'u');
const QUARTER = new RegExp(`${YEAR}年?第?([一二三四1-4])季度?`, 'u');
const HALF = new RegExp(`${YEAR}年?([上下])半年`, 'u');
const BARE_YEAR = new RegExp(`(?<!\\d)${YEAR}(?:年度|年份|年|(?!\\d))`, 'u');
const MONTHS = /(?<!\d)(\d{1,2})(?:-(\d{1,2}))?月(?:份|底|末)?/u;
const BARE_QUARTER = /第?([一二三四1-4])季度/u;
const SERIES = /(?:历年|近[一二三四五六七八九十\d]+年|主要年份|逐年)/u;
const BATCH = /(?:第[一二三四五六七八九十\d]+批次?|首批|第?[一二三四五六七八九十]+届|第[一二三四五六七八九十\d]+期)/u;

/** Takes the period out of a folded title; `rest` is the title without it. */
export function takePeriod(title: string): { period: Period; rest: string } {
  let rest = title.replace(
    /二[〇零o○]([一二三四五六七八九〇零○])([一二三四五六七八九〇零○])年/gu,
    (_all, a: string, b: string) => `20${digit(a)}${digit(b)}年`,
  );
  let from: number | null = null;
  let to: number | null = null;
  let partOfYear: string | null = null;
  let batch: string | null = null;
  let series = false;
  const take = (pattern: RegExp, use: (found: RegExpMatchArray) => void): boolean => {
    const found = rest.match(pattern);
    if (!found || found.index === undefined) return false;
    use(found);
    rest = rest.slice(0, found.index) + rest.slice(found.index + found[0].length);
    return true;
  };
  const span = (first: number, last: number): void => {
    from = from === null ? first : Math.min(from, first);
    to = to === null ? last : Math.max(to, last);
  };
  take(BATCH, ([text]) => {
    batch = text === '首批' ? '第一批' : text;
  });
  const dated =
    take(RANGE, ([, a, b]) => span(month(a, 1), month(b, 12))) ||
    take(DAY, ([, year, first, lastYear, last]) =>
      span(month(year, Number(first)), month(lastYear ?? year, Number(last ?? first))),
    ) ||
    take(COMPACT, ([, year, m]) => span(month(year, Number(m)), month(year, Number(m)))) ||
    take(QUARTER, ([, year, q]) => span(month(year, Number(digit(q)) * 3 - 2), month(year, Number(digit(q)) * 3))) ||
    take(HALF, ([, year, half]) => span(month(year, half === '上' ? 1 : 7), month(year, half === '上' ? 6 : 12)));
  take(BARE_YEAR, ([, year]) => {
    if (!dated) span(month(year, 1), month(year, 12));
  });
  if (from === null || to === null || to - from === 11) {
    const part =
      take(MONTHS, ([, first, last]) => {
        partOfYear = `m${first}${last ? `-${last}` : ''}`;
        if (from !== null) {
          const january = from;
          from = january + Number(first) - 1;
          to = january + Number(last ?? first) - 1;
        }
      }) ||
      take(BARE_QUARTER, ([, q]) => {
        partOfYear = `q${digit(q)}`;
      });
    if (part && from !== null) partOfYear = null;
  }
  take(SERIES, () => {
    series = true;
  });
  return { period: { from, to, partOfYear, batch, series }, rest };
}

/** How period `a` lies to period `b`. No period on both sides counts as equal. */
export function relatePeriods(a: Period, b: Period): PeriodRelation {
  if (a.batch !== b.batch) return a.batch === null || b.batch === null ? 'ONE_SIDED' : 'DISJOINT';
  if (a.from === null || a.to === null || b.from === null || b.to === null) return relateUndated(a, b);
  if (a.from === b.from && a.to === b.to) return 'EQUAL';
  if (a.from === b.from && !wholeYears(a.from, a.to) && !wholeYears(b.from, b.to)) return 'DISJOINT';
  if (a.from <= b.from && a.to >= b.to) return 'CONTAINS';
  if (a.from >= b.from && a.to <= b.to) return 'CONTAINED';
  return 'DISJOINT';
}

function relateUndated(a: Period, b: Period): PeriodRelation {
  const none = (period: Period): boolean => period.from === null && period.partOfYear === null;
  if (none(a) && none(b)) return 'EQUAL';
  if (none(a) || none(b)) return a.series && none(a) ? 'CONTAINS' : b.series && none(b) ? 'CONTAINED' : 'ONE_SIDED';
  const part = (period: Period): string | null =>
    period.partOfYear ?? (period.from !== null && period.from === period.to ? `m${(period.from % 12) + 1}` : null);
  const [first, second] = [part(a), part(b)];
  if (first !== null && second !== null) return first === second ? 'EQUAL' : 'DISJOINT';
  return 'ONE_SIDED';
}

/** Figures since January (1-2月, 1-6月, 上半年) are a series: the longer does not hold the shorter. */
function wholeYears(from: number, to: number): boolean {
  return (to - from + 1) % 12 === 0;
}

function month(year: string | undefined, m: number): number {
  return Number(year) * 12 + m - 1;
}

function digit(character: string | undefined): string {
  return DIGITS[character ?? ''] ?? (character === '○' ? '0' : (character ?? '0'));
}
