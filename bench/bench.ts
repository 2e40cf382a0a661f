import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs one file a question over the graph of the environment; arguments such as `--save` go to each. */
const FILES = ['lineage-depth', 'ladder', 'hubs', 'layers', 'paths', 'impact', 'search', 'check'];

for (const file of FILES) {
  const arguments_ = [join(import.meta.dirname, `${file}.ts`), ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, arguments_, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exitCode = 1;
}
