import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddingsFrom } from '../../src/collection/embedding.ts';
import { compare } from '../../src/collection/features.ts';
import type { Model } from '../../src/collection/model.ts';
import type { MatchRelation } from '../../src/collection/relation.ts';
import { relate } from '../../src/collection/relation.ts';
import { scoreAgencies } from './agencies.ts';
import { bigramDice } from './baseline.ts';
import { type GoldPair, type GoldRequest, readRequests } from './dev-set.ts';
import { Embeddings } from './embeddings.ts';
import { bestThreshold, f1, tenths } from './measures.ts';
import { SEED } from './read-seed.ts';
import { answerNaively, answerRequests, existsPrecision, hitAt } from './requests.ts';
import { measureSpeed } from './speed.ts';
import { crossValidate, loadBench, probability, type Seen, tenFolds, train } from './training.ts';

/** Scores the matching core on the dev set and prints a table of what is aimed at and what is reached. `--speed` also times all pairs. */
const bench = loadBench();
const { lexicon, pairs } = bench;
const committed = JSON.parse(readFileSync(join(SEED, 'weights.json'), 'utf8')) as Model;
const labels = pairs.map((one) => one.pair.duplicate);

const inSample = pairs.map((one) => probability(committed, one));
const folds = tenFolds(pairs);
const tenfold = crossValidate(pairs, folds);
const cities = crossValidate(pairs, (one) => one.pair.catalog);
/** Folds of the records in pairs, so that a request is answered by a model that saw neither it nor its pair. */
const foldOfRecord = new Map(
  pairs.flatMap((one) => [one.pair.a.id, one.pair.b.id].map((id) => [id, folds(one)] as const)),
);
const foldOfRequest = (request: GoldRequest): string =>
  request.withhold.map((id) => foldOfRecord.get(id)).find((fold) => fold !== undefined) ?? '';

const naive = answerNaively(bench);
const plain = answerRequests(bench, () => committed);
const held = answerRequests(bench, (request) => tenfold.models.get(foldOfRequest(request)) ?? committed);
const apart = answerRequests(bench, (request) => cities.models.get(request.catalog) ?? committed);

/** Threshold of every fold taken from the others: one fixed threshold, cross-validated. */
function fixedF1(scores: readonly number[], foldOf: (one: Seen) => string): number {
  const names = pairs.map(foldOf);
  const decided = scores.map(() => 0);
  for (const name of new Set(names)) {
    const rest = scores.map((_, i) => i).filter((i) => names[i] !== name);
    const threshold = bestThreshold(
      rest.map((i) => scores[i]!),
      rest.map((i) => labels[i]!),
    );
    scores.forEach((score, i) => {
      if (names[i] === name) decided[i] = Number(score >= threshold);
    });
  }
  return f1(decided, labels, 1);
}

/** What the label says in the words of the contract; `a` is asked, `b` found. */
function goldRelation(pair: GoldPair): MatchRelation | null {
  switch (pair.relation) {
    case 'dup':
      return 'SAME';
    case 'sub':
      return pair.broader === 'a' ? 'CONTAINED' : 'CONTAINS';
    case 'series':
      return 'OTHER_PERIOD';
    case 'sibling':
      return 'SIBLING_AREA';
    case 'overlap':
      return 'OVERLAPS';
    case 'diff':
      return null;
    default:
      return pair.relation satisfies never;
  }
}

const related = pairs.filter((one) => goldRelation(one.pair) !== null);
const rightRelation = related.map(
  (one) => relate(one.a, one.b, compare(lexicon, one.a, one.b)) === goldRelation(one.pair),
);
const shareRight = (part: (one: Seen) => boolean): number => {
  const chosen = related.map((one, i) => ({ one, right: rightRelation[i] })).filter(({ one }) => part(one));
  return chosen.filter(({ right }) => right).length / chosen.length;
};

const rows: string[][] = [['', 'naive', 'aim', 'in sample', '10-fold', 'city left out']];
const show = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3).replace(/^0/u, ''));
const add = (name: string, aim: string, values: readonly number[]): number =>
  rows.push([name, show(values[0]!), aim, ...values.slice(1).map(show)]);
for (const [name, sampledBy, k, aim] of [
  ['requests: hit@1', undefined, 1, '.80'],
  ['requests: hit@5', undefined, 5, '.95'],
  ['… synonyms only: hit@1', 'synonym', 1, ''],
  ['… synonyms only: hit@5', 'synonym', 5, '.80'],
  ['… backflow: hit@1', 'backflow', 1, '.80'],
  ['… backflow: hit@5', 'backflow', 5, '.95'],
] as const)
  add(
    name,
    aim,
    [naive, plain, held, apart].map((answers) => hitAt(answers, k, sampledBy)),
  );
add('exists or not, hard part: AP', '.93', [naive, plain, held, apart].map(existsPrecision));
const dice = pairs.map((one) => bigramDice(one.pair.a.title, one.pair.b.title));
add('pairs: F1 at a fixed threshold', '.72', [
  fixedF1(dice, folds),
  f1(inSample, labels, bestThreshold(inSample, labels)),
  fixedF1(tenfold.scores, folds),
  fixedF1(cities.scores, (one) => one.pair.catalog),
]);
add(
  'pairs: F1 at .5',
  '',
  [dice, inSample, tenfold.scores, cities.scores].map((scores) => f1(scores, labels, 0.5)),
);
add('relation, given a duplicate', '.75', [
  Number.NaN,
  shareRight((one) => one.pair.duplicate),
  Number.NaN,
  Number.NaN,
]);
add('relation, given any relation', '.75', [Number.NaN, shareRight(() => true), Number.NaN, Number.NaN]);
const agencies = scoreAgencies(lexicon, bench.home);
rows.push([
  'agencies: right / wrong merges',
  '',
  '.85 / 0',
  `${show(agencies.right / agencies.count)} / ${agencies.wrongMerges}`,
  '–',
  '–',
]);
for (const [name = '', ...cells] of rows)
  console.log(name.padEnd(36) + cells.map((cell) => cell.padStart(14)).join(''));

console.log('\ncalibration: tenth of the scale, pairs, mean score, share of true pairs (10-fold | city left out)');
const [one, two] = [tenths(tenfold.scores, labels), tenths(cities.scores, labels)];
one.forEach((tenth, i) => {
  const cell = (t: (typeof one)[number]): string =>
    `${String(t.count).padStart(4)} ${show(t.mean).padStart(6)} ${show(t.share).padStart(6)} ${t.count > 0 && Math.abs(t.mean - t.share) > 0.15 ? '>.15' : '    '}`;
  console.log(`${tenth.from.toFixed(1)} ${cell(tenth)} | ${cell(two[i]!)}`);
});
for (const wrong of agencies.wrong) console.log(`agency: ${wrong}`);
if (process.argv.includes('--speed')) measureSpeed(bench, { lexicon, model: committed });

/**
 * With an endpoint, all but the first column 10-fold: without it; its neighbors as candidates, judged by the same weights, as the
 * product does; and with likeness as one more feature, under weights fitted with it.
 */
const address = embeddingsFrom(process.env);
if (address !== null) {
  const cache = process.env['SHUYUAN_EMBEDDINGS_CACHE'] ?? join(tmpdir(), `shuyuan-bench-${address.model}.jsonl`);
  const embeddings = new Embeddings(address, cache);
  const requests = readRequests();
  const used = new Map(
    [...new Set(requests.map(({ catalog }) => catalog))].map((name) => [name, bench.catalogs.get(name) ?? []]),
  );
  const titles = [...used.values()].flat().map(({ title }) => title);
  await embeddings.load(pairs.flatMap((one) => [one.pair.a.title, one.pair.b.title]));
  await embeddings.load([...requests.map((request) => request.name), ...titles]);
  const unlike = embeddings.meanCosine(titles);
  const liked = pairs.map((one) => ({
    ...one,
    features: { ...one.features, likeness: embeddings.likeness(one.pair.a.title, one.pair.b.title, unlike) },
  }));
  const byLikeness = crossValidate(liked, folds, true);
  const whole = train(liked, true);
  const [near, alike] = [embeddings.sources(used, null), embeddings.sources(used, unlike)];
  const foundNear = answerRequests(bench, (request) => tenfold.models.get(foldOfRequest(request)) ?? committed, near);
  const foundAlike = answerRequests(bench, (request) => byLikeness.models.get(foldOfRequest(request)) ?? whole, alike);
  console.log(`\nwith embeddings, 10-fold${' '.repeat(29)}aim   without  candidates  and likeness`);
  const line = (name: string, aim: string, values: readonly number[]): void =>
    console.log(name.padEnd(44) + aim.padStart(12) + values.map((value) => show(value).padStart(12)).join(''));
  for (const [name, sampledBy, k, aim] of [
    ['requests: hit@1', undefined, 1, '.84'],
    ['requests: hit@5', undefined, 5, '.98'],
    ['… synonyms only: hit@5', 'synonym', 5, '.90'],
    ['… backflow: hit@1', 'backflow', 1, '.80'],
    ['… backflow: hit@5', 'backflow', 5, '.95'],
  ] as const)
    line(
      name,
      aim,
      [held, foundNear, foundAlike].map((answers) => hitAt(answers, k, sampledBy)),
    );
  line('exists or not, hard part: AP', '.94', [held, foundNear, foundAlike].map(existsPrecision));
  const [worded, alikeF1] = [fixedF1(tenfold.scores, folds), fixedF1(byLikeness.scores, folds)];
  line('pairs: F1 at a fixed threshold', '.78', [worded, worded, alikeF1]);
  console.log(`mean cosine ${show(unlike)}, weight of likeness ${show(whole.weights['likeness'] ?? 0)}`);
}
