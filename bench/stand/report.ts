import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Times } from './pairs.ts';

const FOLDER = join(import.meta.dirname, '../results');

/** A table for people; with `--save` it also goes to bench/results/<day>-<city>.md. */
export function report(title: string, city: string, header: readonly string[], rows: readonly (readonly string[])[]) {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
  const text = `## ${title}\n\n${table}\n`;
  console.log(text);
  if (!process.argv.includes('--save')) return;
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${new Date().toISOString().slice(0, 10)}-${city}.md`);
  appendFileSync(file, `${existsSync(file) ? '' : heading(city)}\n${text}`);
}

function heading(city: string): string {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, shared with other work`;
  return `# Bench, ${city} assets\n\nNode ${process.versions.node}, Neo4j 5.26 Community, @neo4j/graphql 7.6.0. ${machine}: read the ratios and the hits.\n`;
}

/** `median (min–max)` in milliseconds. */
export function spread({ median, min, max }: Times): string {
  return `${short(median)} (${short(min)}–${short(max)})`;
}

/** A number in three or four digits. */
export function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
