import { actorOf } from '../../access/act.ts';
import { recordDeed } from '../../audit/audit.service.ts';
import type { Tx } from '../../graph/graph.service.ts';
import { KEEPER_VIEWER } from '../../identity/viewer.ts';
import type { Counts } from './counts.ts';
import { manifestOf } from './manifest.ts';

/** Puts a load on record 装载入审计: one act, with the digests of its files, what it came to, and the digest of all it wrote. */
export async function recordLoadDeed(
  tx: Tx,
  { load, files, counts, parts }: { load: string; files: readonly string[]; counts: Counts; parts: readonly string[] },
): Promise<void> {
  await recordDeed(tx, {
    id: load,
    at: Date.now(),
    request: load,
    actor: actorOf(KEEPER_VIEWER),
    onBehalfOf: null,
    act: 'bundle:load',
    subjects: [{ id: `Load:${load}`, before: null, after: null }],
    detail: { files: files.map(withoutFolder), counts: counts.toJSON(), written: manifestOf(parts) },
  });
}

/** A file by its name and digest: where it lay on somebody's machine is nobody's business. */
function withoutFolder(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
