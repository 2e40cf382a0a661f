import { CandidateIndex } from '../../src/collection/candidates.ts';
import { type Prepared, prepare } from '../../src/collection/features.ts';
import { fuseRanks } from '../../src/collection/fusion.ts';
import { rankMatches } from '../../src/collection/judge.ts';
import type { Lexicon } from '../../src/collection/lexicon.ts';
import type { Model } from '../../src/collection/model.ts';
import { NaiveIndex } from './baseline.ts';
import { type GoldRequest, type PortalRecord, readRequests } from './dev-set.ts';
import { averagePrecision } from './measures.ts';
import { subjectOf } from './training.ts';

/** A request answered: place of the first expected dataset among the answers (0 is first, -1 not found), and the best score. */
export interface Answered {
  readonly request: GoldRequest;
  readonly place: number;
  readonly best: number;
}

/** What an endpoint for embeddings adds. */
export interface Sources {
  /** Likeness of two titles, where it is to be judged by. */
  readonly liken: ((asked: string, found: string) => number) | null;
  /** Further candidates by meaning, nearest first. */
  readonly nearest: (catalog: string, asked: string, limit: number, without: readonly string[]) => readonly string[];
}

export interface Bench {
  readonly lexicon: Lexicon;
  readonly catalogs: Map<string, PortalRecord[]>;
  readonly home: (catalog: string) => string;
}

const WIDTH = 50;

/** Asks every request of the dev set with the model of its fold. */
export function answerRequests(bench: Bench, modelOf: (request: GoldRequest) => Model, embedded?: Sources): Answered[] {
  const answers: Answered[] = [];
  const requests = readRequests();
  for (const catalog of new Set(requests.map((request) => request.catalog))) {
    const home = bench.home(catalog);
    const datasets = new Map<string, Prepared>();
    const titles = new Map<string, string>();
    const index = new CandidateIndex(bench.lexicon);
    for (const record of bench.catalogs.get(catalog) ?? []) {
      const prepared = prepare(bench.lexicon, subjectOf(record, home));
      datasets.set(record.id, prepared);
      titles.set(record.id, record.title);
      index.add(record.id, prepared);
    }
    for (const request of requests.filter((one) => one.catalog === catalog)) {
      for (const id of request.withhold) index.remove(id);
      const asked = prepare(bench.lexicon, {
        title: request.name,
        agency: request.agency,
        columns: request.columns,
        home,
      });
      const worded = index.candidates(asked, WIDTH).map((candidate) => candidate.id);
      const near = embedded?.nearest(catalog, request.name, WIDTH, request.withhold) ?? [];
      const candidates = fuseRanks([worded, near], WIDTH).map((id) => ({
        id,
        prepared: datasets.get(id)!,
        likeness: embedded?.liken?.(request.name, titles.get(id)!) ?? null,
      }));
      const model = modelOf(request);
      const ranked = rankMatches({ lexicon: bench.lexicon, model, embedded: model }, asked, candidates);
      for (const id of request.withhold) index.add(id, datasets.get(id)!);
      const place = ranked.findIndex((match) => request.expected.includes(match.id));
      answers.push({ request, place, best: Math.max(0, ...ranked.map((match) => match.judgment.score)) });
    }
  }
  return answers;
}

/** The same requests asked of the naive index. */
export function answerNaively(bench: Bench): Answered[] {
  const requests = readRequests();
  const indexes = new Map(
    [...new Set(requests.map((r) => r.catalog))].map((catalog) => [
      catalog,
      new NaiveIndex(bench.catalogs.get(catalog) ?? []),
    ]),
  );
  return requests.map((request) => {
    const found = indexes.get(request.catalog)!.ask(request.name, new Set(request.withhold));
    return { request, place: found.findIndex(({ id }) => request.expected.includes(id)), best: found[0]?.score ?? 0 };
  });
}

/** Share of requests with an expected dataset among the first k. */
export function hitAt(answers: readonly Answered[], k: number, sampledBy?: string): number {
  const asked = answers.filter(
    ({ request }) => request.expected.length > 0 && (sampledBy === undefined || request.sampledBy === sampledBy),
  );
  return asked.filter(({ place }) => place >= 0 && place < k).length / asked.length;
}

/** Exists or not on the hard part: requests that have an answer against those that only have close siblings. */
export function existsPrecision(answers: readonly Answered[]): number {
  const hard = answers.filter(({ request }) => request.expected.length > 0 || request.sampledBy === 'none-hard');
  return averagePrecision(
    hard.map((a) => a.best),
    hard.map((a) => a.request.expected.length > 0),
  );
}
