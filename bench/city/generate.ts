import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { city } from './city.ts';
import type { Line } from './records.ts';

/** Lines that are joined before they are compressed. */
const JOINED = 1_000;

/** Writes a city as a bundle into a folder; memory stays bounded whatever its size. */
export async function writeCity(assets: number, folder: string, tied = false): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [file, lines] of Object.entries(city(assets, tied).files())) await writeLines(join(folder, file), lines);
}

async function writeLines(file: string, lines: Iterable<Line>): Promise<void> {
  const gzip = createGzip({ level: 1 });
  const out = gzip.pipe(createWriteStream(file));
  let joined: string[] = [];
  const flush = async () => {
    if (!gzip.write(joined.join(''))) await once(gzip, 'drain');
    joined = [];
  };
  for (const line of lines) {
    joined.push(`${JSON.stringify(line)}\n`);
    if (joined.length === JOINED) await flush();
  }
  await flush();
  gzip.end();
  await finished(out);
}

if (import.meta.main) {
  const [assets, folder] = process.argv.slice(2);
  if (assets === undefined || folder === undefined) {
    console.error('node bench/city/generate.ts 10000|100000|1000000 FOLDER [--controls]');
    process.exitCode = 64;
  } else await writeCity(Number(assets), folder, process.argv.includes('--controls'));
}
