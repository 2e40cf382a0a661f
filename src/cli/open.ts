import type { SealKey } from '../audit/seal-key.ts';
import { connect, reach } from '../graph/graph.service.ts';
import { type House, openHouse } from '../house/house.ts';
import { openGraph } from '../launcher/launcher.service.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** Opens the registry for a command: finds or starts the graph, migrates it, takes back an interrupted load. `sealKey` signs its evidence. */
export async function openRegistry(
  settings: Settings,
  terminal: Terminal,
  sealKey: SealKey | null = null,
): Promise<House> {
  const { address } = await openGraph(process.env, { onProgress: (message) => terminal.note(message) });
  const graph = connect(address);
  try {
    await reach(graph);
    const { house, migrated, undone } = await openHouse(graph, settings.clock, sealKey);
    if (migrated.length > 0) terminal.note(`已初始化图数据库。Graph prepared: ${migrated.join(', ')}`);
    if (undone !== null)
      terminal.note(
        `上次装载中断，已撤销，数据与装载前一致。An interrupted load was taken back; the registry is as before it: ${undone}`,
      );
    return house;
  } catch (error) {
    await graph.close();
    throw error;
  }
}
