import { createReadStream, globSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { Fault } from '../../foundation/fault.ts';

/** One line of a bundle, or why it could not be read. */
export interface Line {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly fault?: LineFault;
}

/** Why a line could not be read. */
export type LineFault = 'LINE_TOO_LONG' | 'NOT_UTF8' | 'BROKEN_GZIP' | 'FILE_UNREADABLE';

/** A line has at most 16 MiB. */
export const LINE_LIMIT = 16 * 1024 * 1024;
const NEWLINE = 0x0a;

/** A file of a bundle: records and flows, or the history that only a dump has, in the folder `history`. */
export interface BundleFile {
  readonly path: string;
  readonly part: 'records' | 'history';
}

/** The files of a bundle, in order of name: the files named, and `*.jsonl`, `*.jsonl.gz` of the folders named. */
export function bundleFiles(paths: readonly string[]): BundleFile[] {
  return paths.flatMap((path): BundleFile[] => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined)
      throw new Fault('BAD_INPUT', `没有这个文件或文件夹：${path}。No such file or folder: ${path}`);
    if (!stat.isDirectory()) return [{ path, part: 'records' }];
    const files = globSync('**/*.{jsonl,jsonl.gz}', { cwd: path }).filter(isPlain).sort();
    if (files.length === 0)
      throw new Fault('BAD_INPUT', `文件夹里没有 *.jsonl：${path}。No *.jsonl or *.jsonl.gz in folder: ${path}`);
    return files.map((file) => ({ path: join(path, file), part: /^history[/\\]/.test(file) ? 'history' : 'records' }));
  });
}

/** Files and folders whose name begins with a dot are no part of a bundle: a dump in the making, an editor's copy. */
function isPlain(file: string): boolean {
  return !/(^|[/\\])\./.test(file);
}

/** Reads a file's lines, some at a time, in bounded memory; blank lines are passed over. Bytes read are told as they come. */
export async function* readLines(
  file: string,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<readonly Line[]> {
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  source.on('data', (chunk) => onBytes(chunk.length));
  const zipped = basename(file).endsWith('.gz');
  const stream = zipped ? source.pipe(createGunzip()) : source;
  if (zipped) source.on('error', (error) => stream.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  let line = 0;
  let rest: Buffer[] = [];
  let restLength = 0;
  let skipping = false;
  let bytes = 0;
  const finish = (said: Buffer): Line | null => {
    line++;
    if (skipping) {
      skipping = false;
      return { file, line, text: '', fault: 'LINE_TOO_LONG' };
    }
    try {
      const text = decoder.decode(said);
      return text.trim() === '' ? null : { file, line, text };
    } catch {
      return { file, line, text: '', fault: 'NOT_UTF8' };
    }
  };
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      const lines: Line[] = [];
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        const part = chunk.subarray(start, end);
        if (restLength + part.length > LINE_LIMIT) skipping = true;
        const read = finish(restLength === 0 ? part : Buffer.concat([...rest, part]));
        rest = [];
        restLength = 0;
        start = end + 1;
        if (read !== null) lines.push(read);
      }
      yield lines;
      if (start < chunk.length) {
        restLength += chunk.length - start;
        if (restLength > LINE_LIMIT) {
          skipping = true;
          rest = [];
        } else if (!skipping) rest.push(chunk.subarray(start));
      }
    }
    if (zipped && bytes === 0 && source.bytesRead === 0) yield [{ file, line: 1, text: '', fault: 'BROKEN_GZIP' }];
    if (restLength > 0) {
      const read = finish(Buffer.concat(rest));
      if (read !== null) yield [read];
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    yield [{ file, line: line + 1, text: '', fault: code.startsWith('Z_') ? 'BROKEN_GZIP' : 'FILE_UNREADABLE' }];
  }
}
