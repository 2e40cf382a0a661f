import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Clock } from '../../calendar/clock.ts';
import type { Graph } from '../../graph/graph.service.ts';
import { existingIds } from '../../record/bulk.service.ts';
import { kindOfWord } from '../bundle/kinds.ts';
import { type LoadOptions, type LoadReport, loadBundle } from '../bundle/load.service.ts';
import { type LineRefusal, refuse } from '../bundle/refusals.ts';
import { portalLines } from './portal-lines.ts';
import { bundleRecords } from './portal-record.ts';

const LOOKED_UP_AT_ONCE = 3_000;
const TOLD_REFUSALS = 1_000;
const WORK = { name: 'load: portal', limit: 120_000 };

/** A record in the registry's words, and the portal's line that it comes from. */
interface Drafted {
  readonly id: string;
  readonly record: Record<string, unknown>;
  readonly file: string;
  readonly line: number;
}

/**
 * Loads what open-data portals publish 装载开放平台目录: each line is put into the registry's words, then all is loaded as one
 * bundle. Records of these keys that the registry holds are left alone and counted as unchanged. Errors name the portal's own file and line.
 */
export async function loadPortal(
  house: { graph: Graph; clock: Clock },
  paths: readonly string[],
  options: LoadOptions = {},
): Promise<LoadReport> {
  const folder = mkdtempSync(join(tmpdir(), 'shuyuan-portal-'));
  const file = join(folder, 'portal.jsonl');
  try {
    const { origins, refusals, refused, known } = await writeBundle(house.graph, paths, file);
    const stop = refused > 0 && options.skipInvalid !== true;
    const report = await loadBundle(house, [file], stop ? { ...options, dryRun: true } : options);
    const own = report.refusals.map((refusal) => relocated(refusal, origins));
    return {
      ...report,
      ...(stop ? { written: false, created: 0, updated: 0 } : {}),
      unchanged: stop ? 0 : report.unchanged + known,
      refused: report.refused + refused,
      refusals: [...refusals, ...own].slice(0, TOLD_REFUSALS),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Origin = Pick<Drafted, 'file' | 'line'>;

/** Writes the bundle that portal files make; tells which line of it comes from where, and how many records are there already. */
async function writeBundle(graph: Graph, paths: readonly string[], file: string) {
  const out = createWriteStream(file, { flags: 'wx' });
  const origins: Origin[] = [];
  const refusals: LineRefusal[] = [];
  const given = new Set<string>();
  let refused = 0;
  let known = 0;
  let drafted: Drafted[] = [];
  const flush = async () => {
    const held = await graph.read(WORK, (tx) =>
      existingIds(
        tx,
        drafted.map(({ id }) => id),
      ),
    );
    for (const { id, record, ...origin } of drafted) {
      if (held.has(id)) {
        known++;
        continue;
      }
      origins.push(origin);
      if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, 'drain');
    }
    drafted = [];
  };
  for await (const line of portalLines(paths)) {
    if ('refusals' in line) {
      refused++;
      refusals.push(...line.refusals.slice(0, TOLD_REFUSALS - refusals.length));
      continue;
    }
    for (const record of bundleRecords(line.record)) {
      const id = `${kindOfWord(record['record'] as string)!.type}:${record['key'] as string}`;
      const shared = record['record'] !== 'dataset';
      if (shared && given.has(id)) continue;
      if (shared) given.add(id);
      drafted.push({ id, record, file: line.file, line: line.line });
    }
    if (drafted.length >= LOOKED_UP_AT_ONCE) await flush();
  }
  await flush();
  out.end();
  await finished(out);
  return { origins, refusals, refused, known };
}

/** A refusal of the bundle, told of the portal's line that it comes from. */
function relocated(refusal: LineRefusal, origins: readonly Origin[]): LineRefusal {
  const origin = origins[refusal.line - 1];
  if (origin === undefined) return refusal;
  return refuse(refusal.code, origin, refusal.field === '' ? [] : refusal.field.split('.'), refusal.value || undefined);
}
