import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { bundleFiles, type Line, partOf, readLines } from './lines.ts';
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

/** The files of one bundle, which may be read several times. */
export interface Source {
  readonly files: readonly string[];
  readonly bytes: number;
  /** Lines that hold records and flows, in order; `phase` is told as they are read. */
  readings(phase: Progress['phase'], leftOut?: LeftOut): AsyncGenerator<Reading>;
  /** Lines that hold history; only dumps have some. */
  history(): AsyncGenerator<Line>;
  readonly hasHistory: boolean;
  /** SHA-256 of each file, to see whether one changed while it was loaded. */
  digests(): Promise<string[]>;
}

/** Opens the bundle at some paths. Throws `Fault` BAD_INPUT for a path that is not there. */
export function openSource(paths: readonly string[], onProgress: (progress: Progress) => void): Source {
  const files = bundleFiles(paths);
  const recordFiles = files.map((file, index) => ({ file, index })).filter(({ file }) => partOf(file) === 'records');
  const historyFiles = files.filter((file) => partOf(file) === 'history');
  const bytes = recordFiles.reduce((sum, { file }) => sum + statSync(file).size, 0);
  return {
    files,
    bytes,
    hasHistory: historyFiles.length > 0,
    async *readings(phase, leftOut) {
      let done = 0;
      for (const { file, index } of recordFiles) {
        const skipped = leftOut?.get(index);
        const told = (read: number) => {
          done += read;
          onProgress({ phase, done, total: bytes });
        };
        for await (const line of readLines(file, told)) {
          if (skipped?.has(line.line) !== true) yield { line, file: index, parsed: parseLine(line) };
        }
      }
    },
    async *history() {
      for (const file of historyFiles) yield* readLines(file);
    },
    digests: () => Promise.all(files.map(digestOf)),
  };
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
