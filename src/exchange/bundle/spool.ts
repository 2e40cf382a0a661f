import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../foundation/fault.ts';

/** So many characters are written and read at once; what stays below is never written to a file. */
const BLOCK = 1 << 20;

interface Block {
  readonly start: number;
  readonly bytes: number;
}

/**
 * Texts of one line each that wait in order 暂存, in bounded memory: beyond a block they go to a temporary file that nobody
 * else can read, and that is gone with the process however it ends.
 */
export class Spool implements Disposable {
  #size = 0;
  #waiting: string[] = [];
  #characters = 0;
  #file: { descriptor: number; folder: string } | null = null;
  #bytes = 0;
  readonly #blocks: Block[] = [];

  get size(): number {
    return this.#size;
  }

  /** Adds a text without line breaks; answers its number, from 0. Throws `Fault` UNAVAILABLE when the disk is full. */
  add(text: string): number {
    this.#waiting.push(text);
    this.#characters += text.length;
    if (this.#characters >= BLOCK) this.#flush();
    return this.#size++;
  }

  /** All texts in order, some at a time. */
  *parts(): Generator<readonly string[]> {
    for (const { start, bytes } of this.#blocks) {
      const block = Buffer.allocUnsafe(bytes);
      for (let read = 0; read < bytes; )
        read += readSync(this.#file!.descriptor, block, read, bytes - read, start + read);
      yield block.toString('utf8').split('\n');
    }
    if (this.#waiting.length > 0) yield this.#waiting;
  }

  [Symbol.dispose](): void {
    if (this.#file === null) return;
    closeSync(this.#file.descriptor);
    rmSync(this.#file.folder, { recursive: true, force: true });
    this.#file = null;
  }

  #flush(): void {
    const block = Buffer.from(this.#waiting.join('\n'), 'utf8');
    try {
      this.#file ??= openFile();
      for (let written = 0; written < block.length; )
        written += writeSync(this.#file.descriptor, block, written, block.length - written, this.#bytes + written);
    } catch (error) {
      throw new Fault('UNAVAILABLE', `临时文件写不了：${tmpdir()}。Cannot write to the folder for temporary files.`, {
        cause: error,
      });
    }
    this.#blocks.push({ start: this.#bytes, bytes: block.length });
    this.#bytes += block.length;
    this.#waiting = [];
    this.#characters = 0;
  }
}

/** The file has no name any more where the system lets an open file go without one: then nothing is left of it after a kill. */
function openFile(): { descriptor: number; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'shuyuan-load-'));
  const descriptor = openSync(join(folder, 'waiting'), 'wx+', 0o600);
  if (process.platform !== 'win32') rmSync(folder, { recursive: true, force: true });
  return { descriptor, folder };
}
