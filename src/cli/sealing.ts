import { sealKey } from '../audit/seal-key.ts';
import { sealAll } from '../audit/sealer.service.ts';
import { isFault } from '../foundation/fault.ts';
import type { House } from '../house/house.ts';
import { hasOwnGraph, shuyuanHome } from '../launcher/launcher.service.ts';
import type { Terminal } from './terminal.ts';

/**
 * Seals what a command did before the command ends 即时封存, whether or not a server is up. With a graph of the user's own
 * the servers at it seal, each in its home and with its key; a command beside them leaves it to them.
 */
export async function sealDone({ graph }: House, out: Terminal): Promise<void> {
  if (hasOwnGraph(process.env)) return;
  const home = shuyuanHome(process.env);
  try {
    await sealAll({ graph, home, key: await sealKey(home, process.env['SHUYUAN_SEAL_KEY']) });
  } catch (error) {
    if (!isFault(error)) throw error;
    out.note(`已完成，但审计记录尚未封存。It is done, but its audit record is not sealed yet: ${error.message}`);
  }
}
