import { compare, FEATURES, type Prepared, prepare, type Subject } from '../../src/collection/features.ts';
import { type Lexicon, readLexicon } from '../../src/collection/lexicon.ts';
import { calibrate, type Model, rawScore } from '../../src/collection/model.ts';
import { type GoldPair, type PortalRecord, readCatalogs, readPairs } from './dev-set.ts';
import { type Example, fitSensible, fitSteps, type Signs } from './fitting.ts';
import { readSeed } from './read-seed.ts';

const RIDGE = 0.5;
/** Fewest examples of one step of the calibration. */
const STEP = 40;

/** Where sense fixes the sign of a weight; `oneSided` is free: it softens `extra`. */
const SIGNS: Signs = Object.fromEntries(
  FEATURES.filter((name) => name !== 'oneSided').map((name) => [
    name,
    [
      'sameTitle',
      'sameCore',
      'titleOverlap',
      'overlap',
      'linked',
      'areaEqual',
      'areaWithin',
      'columnsShared',
      'likeness',
    ].includes(name)
      ? 1
      : -1,
  ]),
);

/** A gold pair with what was seen of it. */
export interface Seen {
  readonly pair: GoldPair;
  readonly a: Prepared;
  readonly b: Prepared;
  readonly features: Readonly<Record<string, number>>;
}

/** Catalogs, words and gold pairs, loaded once. */
export function loadBench(): {
  lexicon: Lexicon;
  catalogs: Map<string, PortalRecord[]>;
  home: (catalog: string) => string;
  pairs: Seen[];
} {
  const lexicon = readLexicon(readSeed());
  const catalogs = readCatalogs();
  const home = (catalog: string): string => homeOf(lexicon, catalogs.get(catalog)?.[0]?.place ?? '');
  const pairs = readPairs().map((pair) => {
    const [a, b] = [pair.a, pair.b].map((record) => prepare(lexicon, subjectOf(record, home(pair.catalog))));
    return { pair, a: a!, b: b!, features: compare(lexicon, a!, b!).features };
  });
  return { lexicon, catalogs, home, pairs };
}

/** Division code of a portal's place by name; short names of prefectures count. */
export function homeOf(lexicon: Lexicon, place: string): string {
  return lexicon.places.cityCode(lexicon.fold(place)) ?? '';
}

export function subjectOf(record: PortalRecord, home: string): Subject {
  return { title: record.title, agency: record.agency, columns: record.columns, home, area: record.district };
}

/** Fits weights and, on scores of cities left out, their calibration. */
export function train(seen: readonly Seen[], withLikeness = false): Model {
  const names = FEATURES.filter((name) => withLikeness || name !== 'likeness');
  const fitWeights = (part: readonly Seen[]): Model => {
    const { bias, weights } = fitSensible(
      names,
      part.map((one) => example(one, names)),
      RIDGE,
      SIGNS,
    );
    const rounded = Object.fromEntries(
      Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 1e4) / 1e4]),
    );
    return { bias: Math.round(bias * 1e4) / 1e4, weights: rounded, calibration: [] };
  };
  const scores = seen.map(() => 0);
  for (const city of new Set(seen.map((one) => one.pair.catalog))) {
    const model = fitWeights(seen.filter((one) => one.pair.catalog !== city));
    seen.forEach((one, i) => {
      if (one.pair.catalog === city) scores[i] = rawScore(model, one.features);
    });
  }
  return {
    ...fitWeights(seen),
    calibration: fitSteps(
      scores,
      seen.map((one) => Number(one.pair.duplicate)),
      STEP,
    ),
  };
}

function example(seen: Seen, names: readonly string[]): Example {
  return { x: names.map((name) => seen.features[name] ?? 0), y: Number(seen.pair.duplicate), weight: 1 };
}

/** Probability of a pair under a model. */
export function probability(model: Model, seen: Seen): number {
  return calibrate(model, rawScore(model, seen.features));
}

/** One model a fold, trained without it, and every pair's score from the model that has not seen it. */
export function crossValidate(
  seen: readonly Seen[],
  foldOf: (seen: Seen, i: number) => string,
  withLikeness = false,
): { scores: number[]; models: Map<string, Model> } {
  const folds = seen.map(foldOf);
  const models = new Map<string, Model>();
  for (const fold of new Set(folds))
    models.set(
      fold,
      train(
        seen.filter((_, i) => folds[i] !== fold),
        withLikeness,
      ),
    );
  return { models, scores: seen.map((one, i) => probability(models.get(folds[i] ?? '')!, one)) };
}

/** Folds for ordinary cross-validation: pairs that share a record stay together. */
export function tenFolds(seen: readonly Seen[]): (seen: Seen) => string {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const { pair } of seen) if (root(pair.a.id) !== root(pair.b.id)) parent.set(root(pair.a.id), root(pair.b.id));
  const fold = new Map<string, string>();
  for (const { pair } of seen) if (!fold.has(root(pair.a.id))) fold.set(root(pair.a.id), String(fold.size % 10));
  return (one) => fold.get(root(one.pair.a.id)) ?? '0';
}
