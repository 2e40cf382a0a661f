import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dumpBundle } from '../../src/exchange/bundle/dump.service.ts';
import { readRegistry } from '../../src/graph/graph.statements.ts';
import type { House } from '../../src/house/house.ts';

/** Every file of a folder with its text, to compare two dumps. */
export function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** All that is registered, as texts: a dump into a folder that does not exist yet, without who did what and what was found when; and the generation. */
export async function wholeRegistry(house: House, folder: string) {
  await dumpBundle(house.graph, folder);
  const files = Object.entries(filesOf(folder)).filter(
    ([name]) => !name.startsWith('audit/') && name !== 'history/finding.jsonl',
  );
  return { files: Object.fromEntries(files), generation: await generationOf(house) };
}

/** The registry's generation: equal generations, equal content. */
export async function generationOf({ graph }: House): Promise<number> {
  const state = await graph.read({ name: 'test', limit: 10_000 }, (tx) => tx.run(readRegistry, {}));
  return state!.generation;
}
