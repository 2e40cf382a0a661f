import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Head, peekHead } from './head.ts';

/** The file in the home to which every head is also written 树头文件, out of reach of who keeps the database. */
export function headsFile(home: string): string {
  return join(home, 'heads.jsonl');
}

const TAIL = 64 * 1024;

/** A line of the file. */
export function headLine(jws: string): string {
  return `${JSON.stringify({ size: peekHead(jws)?.size, head: jws })}\n`;
}

/** The signed head in a line: of the file, or the bare token; null for a line that holds none. */
export function jwsOf(line: string): string | null {
  const text = line.trim();
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return text;
  try {
    const said: unknown = JSON.parse(text);
    const jws = typeof said === 'object' && said !== null && 'head' in said ? said.head : null;
    return typeof jws === 'string' && peekHead(jws)?.size === (said as { size?: unknown }).size ? jws : null;
  } catch {
    return null;
  }
}

/** The last head in the file, with its digest's text; null for a file that is not there or holds none. */
export async function lastHead(file: string): Promise<{ head: Head; jws: string } | null> {
  const tail = await tailOf(file);
  for (const line of tail.split('\n').reverse()) {
    const jws = jwsOf(line);
    const head = jws === null ? null : peekHead(jws);
    if (jws !== null && head !== null) return { head, jws };
  }
  return null;
}

/** Adds heads to the file and waits until the disk has them. A line that a power cut tore is cut off first. */
export async function appendHeads(file: string, heads: readonly string[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const torn = /[^\n]*$/.exec(await tailOf(file))?.[0] ?? '';
  const handle = await open(file, 'a', 0o644);
  try {
    if (torn !== '') await handle.truncate((await handle.stat()).size - Buffer.byteLength(torn));
    await handle.writeFile(heads.map(headLine).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Lines of a file with heads, one after another; none when it is not there. */
export async function* headLines(file: string): AsyncGenerator<string> {
  if ((await sizeOf(file)) === null) return;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') yield line;
}

/** Puts the file aside when its graph is deleted on purpose; answers where, null: there was none. */
export async function setHeadsAside(home: string, now: number): Promise<string | null> {
  if ((await sizeOf(headsFile(home))) === null) return null;
  const aside = join(home, `heads-${now}.jsonl`);
  await rename(headsFile(home), aside);
  return aside;
}

async function tailOf(file: string): Promise<string> {
  const size = await sizeOf(file);
  if (size === null || size === 0) return '';
  const handle = await open(file, 'r');
  try {
    const length = Math.min(size, TAIL);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString();
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
