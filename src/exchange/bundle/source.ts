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

/** The files of one bundle. */
export interface Source {
  readonly files: readonly string[];
  /** Lines that hold records and flows, in order, some at a time. */
  readings(): AsyncGenerator<readonly Reading[]>;
  /** Lines that hold history, some at a time; only dumps have some. */
  history(): AsyncGenerator<readonly Line[]>;
  /** The first file with history; null when there is none. */
  readonly historyFile: string | null;
  /** The files of a dump's audit log; null when it has none. */
  readonly audit: {
    readonly records: string;
    readonly heads: string | null;
    /** Which deed wrote what. */
    readonly written: string | null;
  } | null;
  /** SHA-256 of each file, to see whether one changed while it was loaded. */
  digests(): Promise<string[]>;
  readonly onProgress: (progress: Progress) => void;
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
  const total = recordFiles.reduce((sum, { path }) => sum + statSync(path).size, 0);
  return {
    files,
    onProgress,
    historyFile: historyFiles[0]?.path ?? null,
    audit:
      auditRecords === null
        ? null
        : { records: auditRecords, heads: auditFile(/^heads\.jsonl/), written: auditFile(/^written\.jsonl/) },
    async *readings() {
      let done = 0;
      const told = (read: number) => {
        done += read;
        onProgress({ phase: 'READING', done, total });
      };
      for (const { path, index } of recordFiles)
        for await (const lines of readLines(path, told))
          yield lines.map((line) => ({ line, file: index, parsed: parseLine(line) }));
    },
    async *history() {
      for (const { path } of historyFiles) yield* readLines(path);
    },
    digests: () => Promise.all(files.map(digestOf)),
  };
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
