import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { bundleFiles, type Line, readLines } from './lines.ts';
import { type Parsed, parseLine } from './parse.ts';
import type { Progress } from './progress.ts';

/** A line of a bundle with what it says, and which of the files it stands in. */
export interface Reading {
  readonly line: Line;
  readonly file: number;
  readonly parsed: Parsed;
}

/** Lines left out, by file and line. */
export type LeftOut = ReadonlyMap<number, ReadonlySet<number>>;

/** Which lines to read: not those left out; of records or flows alone; of these files alone. */
export interface Choice {
  readonly leftOut?: LeftOut;
  readonly only?: 'records' | 'flows';
  readonly files?: ReadonlySet<number>;
}

/** The files of one bundle, which may be read several times. */
export interface Source {
  readonly files: readonly string[];
  /** Lines that hold records and flows, in order; `phase` is told as they are read. */
  readings(phase: Progress['phase'], choice?: Choice): AsyncGenerator<Reading>;
  /** Lines that hold history; only dumps have some. */
  history(): AsyncGenerator<{ line: Line; file: number }>;
  /** The first file with history; null when there is none. */
  readonly historyFile: string | null;
  /** The two files of a dump's audit log; null when it has none. */
  readonly audit: { readonly records: string; readonly heads: string | null } | null;
  /** SHA-256 of each file, to see whether one changed while it was loaded. */
  digests(): Promise<string[]>;
}

/** Opens the bundle at some paths. Throws `Fault` BAD_INPUT for a path that is not there. */
export function openSource(paths: readonly string[], onProgress: (progress: Progress) => void): Source {
  const all = bundleFiles(paths).map((file, index) => ({ ...file, index }));
  const recordFiles = all.filter(({ part }) => part === 'records');
  const historyFiles = all.filter(({ part }) => part === 'history');
  const auditFile = (name: RegExp) =>
    all.find(({ part, path }) => part === 'audit' && name.test(basename(path)))?.path ?? null;
  const auditRecords = auditFile(/^records\.jsonl/);
  const files = all.map(({ path }) => path);
  const bytes = recordFiles.reduce((sum, { path }) => sum + statSync(path).size, 0);
  return {
    files,
    historyFile: historyFiles[0]?.path ?? null,
    audit: auditRecords === null ? null : { records: auditRecords, heads: auditFile(/^heads\.jsonl/) },
    async *readings(phase, { leftOut, only, files: chosen } = {}) {
      let done = 0;
      for (const { path, index } of recordFiles) {
        if (chosen?.has(index) === false) continue;
        const skipped = leftOut?.get(index);
        const told = (read: number) => {
          done += read;
          onProgress({ phase, done, total: bytes });
        };
        for await (const line of readLines(path, told)) {
          if (skipped?.has(line.line) || (only !== undefined && !maySay(only, line))) continue;
          yield { line, file: index, parsed: parseLine(line) };
        }
      }
    },
    async *history() {
      for (const { path, index } of historyFiles) for await (const line of readLines(path)) yield { line, file: index };
    },
    digests: () => Promise.all(files.map(digestOf)),
  };
}

const SAYS_FLOW = /"record"\s*:\s*"flow"/;

/** Whether a valid line may be one of these, without reading it: quotes inside texts are escaped, so its record word stands out. */
function maySay(only: 'records' | 'flows', { text }: Line): boolean {
  return text.includes('\\u') || SAYS_FLOW.test(text) === (only === 'flows');
}

/** Empty for a file that cannot be read: its lines say so. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch {
    return '';
  }
  return hash.digest('hex');
}
