import { z } from 'zod';
import { momentOf } from '../../calendar/moment.ts';
import { type DumpedFinding, readFindingLine, restoreDumped } from '../../compliance/dump.service.ts';
import { canonicalJson, digest } from '../../foundation/json.ts';
import { writeFormerItems } from '../../lineage/bulk.service.ts';
import { loadHistory } from '../../record/bulk.service.ts';
import type { Content } from '../../record/kind.ts';
import type { Batch } from './batch.ts';
import { kindOfWord } from './kinds.ts';
import type { Line } from './lines.ts';
import { historyLines, type Past } from './manifest.ts';
import { parseRecord } from './parse.ts';
import type { Source } from './source.ts';

const BATCH_LINES = 2_000;
const BATCH_CHARACTERS = 4 * 1024 * 1024;
const moment = z.string().transform((text, context) => {
  const instant = momentOf(text);
  if (instant === null) context.addIssue({ code: 'custom', message: 'BAD_MOMENT' });
  return instant ?? 0;
});

/** A line of `history/`: since when the registry knows a record's content, and what it said before. */
const historyLine = z.strictObject({
  record: z.string(),
  key: z.string(),
  recordedAt: moment,
  versions: z
    .array(z.strictObject({ content: z.looseObject({ key: z.string() }), from: moment, to: moment }))
    .optional(),
});

/** A line of `history/registry.jsonl`: up to when the registry has recorded anything itself. */
const registryLine = z.strictObject({ record: z.literal('registry'), recordedUpTo: moment });

/** What a line of history tells: of one record, of one finding, or of the registry itself. */
export type Told =
  | { readonly of: 'RECORD'; readonly past: Past }
  | { readonly of: 'FINDING'; readonly finding: DumpedFinding }
  | { readonly of: 'REGISTRY' };

/** History in batches, for a bundle that was checked. */
export async function* historyBatches(source: Source): AsyncGenerator<Batch> {
  let told: Told[] = [];
  let bytes = 0;
  for await (const lines of source.history())
    for (const line of lines) {
      const one = toldBy(line);
      if (one === null) continue;
      told.push(one);
      bytes += line.text.length;
      if (told.length < BATCH_LINES && bytes < BATCH_CHARACTERS) continue;
      yield batchOf(told);
      told = [];
      bytes = 0;
    }
  if (told.length > 0) yield batchOf(told);
}

/** What a line of history tells. Null for a line that is none. */
export function toldBy(line: Line): Told | null {
  if (line.fault !== undefined) return null;
  const said = readJson(line.text);
  if (registryLine.safeParse(said).success) return { of: 'REGISTRY' };
  const finding = readFindingLine(said);
  if (finding !== null) return { of: 'FINDING', finding };
  const past = pastOf(said, line);
  return past === null ? null : { of: 'RECORD', past };
}

function pastOf(said: unknown, line: Line): Past | null {
  const parsed = historyLine.safeParse(said);
  const kind = parsed.success ? kindOfWord(parsed.data.record) : undefined;
  if (!parsed.success || kind === undefined) return null;
  const { key, recordedAt, versions = [] } = parsed.data;
  const former = versions.map((version) => ({
    ...version,
    parsed: parseRecord({ ...version.content, record: kind.kind }, line),
  }));
  if (former.some(({ parsed: { is }, content }) => is !== 'record' || content.key !== key)) return null;
  return {
    id: `${kind.type}:${key}`,
    recordedAt,
    versions: versions.map(({ content, from, to }) => {
      const text = canonicalJson(content);
      return { id: `${kind.type}:${key}`, content: text, digest: digest(text), from, to };
    }),
    items: former.flatMap(({ content }) =>
      (kind.asset?.(content as Content).items ?? []).map(({ name }) => ({ asset: `${kind.type}:${key}`, name })),
    ),
  };
}

/** Up to when the registry recorded that a dump was made of; 0 for a bundle that is no dump. */
export async function recordedUpToOf(source: Source): Promise<number> {
  let latest = 0;
  for await (const lines of source.history())
    for (const line of lines) {
      const said = registryLine.safeParse(readJson(line.text));
      if (said.success) latest = Math.max(latest, said.data.recordedUpTo);
    }
  return latest;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const batchOf =
  (told: readonly Told[]): Batch =>
  async (tx, { load }) => {
    const pasts = told.flatMap((one) => (one.of === 'RECORD' ? [one.past] : []));
    const dates = pasts.map(({ id, recordedAt }) => ({ id, recordedAt }));
    await loadHistory(
      tx,
      dates,
      pasts.flatMap(({ versions }) => versions),
    );
    await writeFormerItems(
      tx,
      pasts.flatMap(({ items }) => items),
      load,
    );
    await restoreDumped(
      tx,
      told.flatMap((one) => (one.of === 'FINDING' ? [one.finding] : [])),
    );
    return { wrote: historyLines(pasts), done: () => undefined };
  };
