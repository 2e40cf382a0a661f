import type { Subject } from '../../src/collection/features.ts';
import type { Judge } from '../../src/collection/judge.ts';
import { PairStock } from '../../src/collection/pair-stock.ts';
import type { Bench } from './requests.ts';
import { subjectOf } from './training.ts';

const LOWEST = 0.3;

/** Times all pairs of all catalogs as one, and single changes. */
export function measureSpeed(bench: Bench, judge: Judge): void {
  const subjects = new Map<string, Subject>(
    [...bench.catalogs].flatMap(([catalog, records]) =>
      records.map((record) => [record.id, subjectOf(record, bench.home(catalog))] as const),
    ),
  );
  const start = performance.now();
  const stock = new PairStock(judge, LOWEST);
  for (const [id, subject] of subjects) stock.put(id, subject);
  const pairs = stock.pairs();
  const done = performance.now();
  const changes = [...subjects]
    .filter((_, i) => i % 400 === 0)
    .map(([id, subject]) => {
      const at = performance.now();
      stock.put(id, subject);
      stock.pairs();
      return performance.now() - at;
    })
    .sort((a, b) => a - b);
  const ms = (value: number | undefined): string => `${(value ?? 0).toFixed(1)} ms`;
  const sure = pairs.filter(({ judgment }) => judgment.score >= 0.5).length;
  console.log(
    `\n${stock.size} datasets: all pairs ${((done - start) / 1000).toFixed(1)} s, ${pairs.length} from ${LOWEST}, ${sure} from 0.5`,
  );
  console.log(`one change: median ${ms(changes[Math.floor(changes.length / 2)])}, worst ${ms(changes.at(-1))}`);
  console.log(`memory ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`);
}
