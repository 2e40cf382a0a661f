import { readAuditLine, readHeadLine, restoreAudit, sealedSoFar } from '../../audit/dump.service.ts';
import type { Graph, Work } from '../../graph/graph.service.ts';
import { attributing, readAuthorship, restoreNoted } from './authors.ts';
import type { Batch } from './batch.ts';
import { type Line, readLines } from './lines.ts';
import { type LineRefusal, refuse } from './refusals.ts';
import type { Source } from './source.ts';

const WORK: Work = { name: 'audit: restore', limit: 60_000 };

/**
 * What speaks against a bundle's audit log 审计日志: a line that is none, places that do not follow each other, or a graph that
 * has another log. The graph may hold the beginning of this one, from a load that was interrupted.
 */
export async function auditRefusals(graph: Graph, { audit }: Source): Promise<LineRefusal[]> {
  if (audit === null) return [];
  const held = await sealedSoFar(graph);
  let log = '';
  if (audit.heads !== null)
    for await (const line of linesOf(audit.heads)) {
      const head = line.fault === undefined ? readHeadLine(line.text) : null;
      if (head === null || (log !== '' && head.log !== log)) return [refuse(line.fault ?? 'NOT_AUDIT', line)];
      log = head.log;
    }
  if (held.size > 0 && held.id !== log) return [refuse('AUDIT_INTO_USED_LOG', { file: audit.records, line: 1 })];
  let size: number | undefined = 0;
  for await (const line of linesOf(audit.records)) {
    const said = line.fault === undefined ? readAuditLine(line.text) : null;
    if (said === null || (said.sealed !== undefined && said.sealed !== size))
      return [refuse(line.fault ?? 'NOT_AUDIT', line)];
    size = said.sealed === undefined ? undefined : said.sealed + 1;
  }
  if (audit.written !== null)
    for await (const line of linesOf(audit.written))
      if (line.fault !== undefined || readAuthorship(line.text) === null)
        return [refuse(line.fault ?? 'NOT_AUDIT', line)];
  return [];
}

/** Writes a bundle's audit log; done again it goes on where it was interrupted. */
export async function loadAudit(graph: Graph, { audit }: Source): Promise<void> {
  if (audit === null) return;
  await restoreAudit(graph, texts(audit.heads), texts(audit.records));
  for await (const text of texts(audit.written)) {
    const said = readAuthorship(text);
    if (said?.record === 'part') await graph.write(WORK, (tx) => restoreNoted(tx, said));
  }
}

/** Which deeds wrote what a dump brings, in batches, for a bundle that was checked. */
export async function* authorBatches({ audit }: Source): AsyncGenerator<Batch> {
  for await (const text of texts(audit?.written ?? null)) {
    const said = readAuthorship(text);
    if (said?.record === 'author') yield attributing(said);
  }
}

async function* texts(file: string | null): AsyncGenerator<string> {
  if (file === null) return;
  for await (const { text } of linesOf(file)) yield text;
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  for await (const lines of readLines(file)) yield* lines;
}
