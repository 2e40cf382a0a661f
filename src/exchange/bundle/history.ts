import { z } from 'zod';
import { momentOf } from '../../calendar/moment.ts';
import { Fault } from '../../foundation/fault.ts';
import { canonicalJson, digest } from '../../foundation/json.ts';
import type { Tx } from '../../graph/graph.service.ts';
import { loadHistory } from '../../record/bulk.service.ts';
import { kindOfWord } from './kinds.ts';
import type { Line } from './lines.ts';
import { refuse } from './refusals.ts';
import type { Source } from './source.ts';

const BATCH_LINES = 2_000;
const moment = z.string().transform((text, context) => {
  const instant = momentOf(text);
  if (instant === null) context.addIssue({ code: 'custom', message: 'BAD_MOMENT' });
  return instant ?? 0;
});

/** A line of `history/`: since when the registry knows a record's content, and what it said before. */
export const historyLine = z.strictObject({
  record: z.string(),
  key: z.string(),
  recordedAt: moment,
  versions: z
    .array(z.strictObject({ content: z.looseObject({ key: z.string() }), from: moment, to: moment }))
    .optional(),
});

/** History in batches. Throws `Fault` BAD_INPUT for a line that is none. */
export async function* historyBatches(source: Source): AsyncGenerator<(tx: Tx) => Promise<void>> {
  let rows: ReturnType<typeof rowOf>[] = [];
  for await (const line of source.history()) {
    rows.push(rowOf(line));
    if (rows.length < BATCH_LINES) continue;
    yield batchOf(rows);
    rows = [];
  }
  if (rows.length > 0) yield batchOf(rows);
}

function rowOf(line: Line) {
  const parsed = line.fault === undefined ? historyLine.safeParse(readJson(line.text)) : undefined;
  const kind = parsed?.success ? kindOfWord(parsed.data.record) : undefined;
  if (!parsed?.success || kind === undefined)
    throw new Fault('BAD_INPUT', refuse(line.fault ?? 'NOT_HISTORY', line, [], line.text).message);
  const { key, recordedAt, versions = [] } = parsed.data;
  return { id: `${kind.type}:${key}`, recordedAt, versions };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const batchOf = (rows: readonly ReturnType<typeof rowOf>[]) => (tx: Tx) =>
  loadHistory(
    tx,
    rows.map(({ id, recordedAt }) => ({ id, recordedAt })),
    rows.flatMap(({ id, versions }) =>
      versions.map(({ content, from, to }) => {
        const text = canonicalJson(content);
        return { id, content: text, digest: digest(text), from, to };
      }),
    ),
  );

/** Names of the items that an asset had according to a line of history. */
export function formerItems(line: Line): { asset: string; name: string }[] {
  const parsed = historyLine.safeParse(readJson(line.text));
  const kind = parsed.success ? kindOfWord(parsed.data.record) : undefined;
  if (!parsed.success || kind?.asset === undefined) return [];
  const asset = `${kind.type}:${parsed.data.key}`;
  return (parsed.data.versions ?? []).flatMap(({ content }) =>
    kind.asset!(content).items.map(({ name }) => ({ asset, name })),
  );
}
