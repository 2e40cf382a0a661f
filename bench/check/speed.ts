import { allPairs, pairsOf } from '../../src/collection/all-pairs.ts';
import { CandidateIndex } from '../../src/collection/candidates.ts';
import { type Prepared, prepare } from '../../src/collection/features.ts';
import type { Judge } from '../../src/collection/judge.ts';
import type { Bench } from './requests.ts';
import { subjectOf } from './training.ts';

/** Times all pairs of all catalogs as one, and single changes and checks. */
export function measureSpeed(bench: Bench, judge: Judge): void {
  const start = performance.now();
  const datasets = new Map<string, Prepared>();
  const index = new CandidateIndex(bench.lexicon);
  for (const [catalog, records] of bench.catalogs)
    for (const record of records) {
      const prepared = prepare(bench.lexicon, subjectOf(record, bench.home(catalog)));
      datasets.set(record.id, prepared);
      index.add(record.id, prepared);
    }
  const built = performance.now();
  let count = 0;
  for (const _pair of allPairs(judge, index, datasets, 0.5)) count++;
  const done = performance.now();
  const ids = [...datasets.keys()].filter((_, i) => i % 400 === 0);
  const changes = ids.map((id) => {
    const at = performance.now();
    index.remove(id);
    index.add(id, datasets.get(id)!);
    pairsOf(judge, index, datasets, id, 0.5);
    return performance.now() - at;
  });
  changes.sort((a, b) => a - b);
  const ms = (value: number | undefined): string => `${(value ?? 0).toFixed(1)} ms`;
  console.log(
    `\n${datasets.size} datasets: index ${((built - start) / 1000).toFixed(1)} s; all pairs ${((done - built) / 1000).toFixed(1)} s, ${count} pairs ≥ .5`,
  );
  console.log(`one change: median ${ms(changes[Math.floor(changes.length / 2)])}, worst ${ms(changes.at(-1))}`);
  console.log(`memory ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`);
}
