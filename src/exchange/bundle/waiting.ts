import type { SaidFlow } from '../../lineage/flow.ts';
import type { Draft } from '../../record/bulk.service.ts';
import type { Content } from '../../record/kind.ts';
import { kindOfWord } from './kinds.ts';
import { Marks } from './marks.ts';
import { Spool } from './spool.ts';

/** A line that is valid by itself and waits to be checked against others and to be written. */
export interface Waiting<Said> {
  readonly said: Said;
  /** Which of the bundle's files it stands in, and where; lines count from 1. */
  readonly file: number;
  readonly line: number;
  /** Its place among those that wait. */
  readonly number: number;
}

/** How what a line says is kept: as one line of text, in as few characters as it takes. */
interface Form<Said> {
  text(said: Said, file: number, line: number): string;
  read(text: string, number: number): Waiting<Said>;
}

const records: Form<Draft> = {
  text: ({ kind, text, digest }, file, line) => `${file}\t${line}\t${kind.kind}\t${digest}\t${text}`,
  read: (waiting, number) => {
    const [file = '', line = '', word = '', digest = ''] = waiting.split('\t', 4);
    const text = waiting.slice(file.length + line.length + word.length + digest.length + 4);
    const content = JSON.parse(text) as Content;
    return {
      said: { kind: kindOfWord(word)!, content, text, digest },
      file: Number(file),
      line: Number(line),
      number,
    };
  },
};

const flows: Form<SaidFlow> = {
  text: ({ from, to, key, digest, kind, assertedBy, validFrom, recordedAt, ...rest }, file, line) =>
    JSON.stringify([file, line, from, to, key, digest, kind, assertedBy, validFrom, recordedAt ?? null, rest]),
  read: (waiting, number) => {
    const [file, line, from, to, key, digest, kind, assertedBy, validFrom, recordedAt, rest] = JSON.parse(waiting);
    const said = { from, to, key, digest, kind, assertedBy, validFrom, recordedAt: recordedAt ?? undefined, ...rest };
    return { said, file, line, number };
  },
};

/** Valid lines of one sort that wait, in the order of the bundle. */
export class Queue<Said> implements Disposable {
  /** Lines taken out again: they name what is not there, or contradict another line. */
  readonly out = new Marks();
  /** Lines that say what an earlier one said: written once, counted as often as they stand there. */
  readonly repeats = new Marks();
  /** Lines that name what no line before them gave. */
  readonly unanswered = new Marks();
  readonly #form: Form<Said>;
  readonly #spool = new Spool();

  constructor(form: Form<Said>) {
    this.#form = form;
  }

  get size(): number {
    return this.#spool.size;
  }

  add(said: Said, file: number, line: number): Waiting<Said> {
    return { said, file, line, number: this.#spool.add(this.#form.text(said, file, line)) };
  }

  /** The lines that wait, without those taken out; `chosen` names the only ones wanted. How many were passed is told. */
  *lines(chosen?: Marks, onPassed: (done: number) => void = () => undefined): Generator<Waiting<Said>> {
    if (chosen?.size === 0) return;
    let number = 0;
    for (const part of this.#spool.parts()) {
      for (const text of part) {
        if (!this.out.has(number) && chosen?.has(number) !== false) yield this.#form.read(text, number);
        number++;
      }
      onPassed(number);
    }
  }

  [Symbol.dispose](): void {
    this.#spool[Symbol.dispose]();
  }
}

/** What of a bundle waits to be written: records first, then dated flows, then those that meet what is known by then. */
export class Queues implements Disposable {
  readonly records = new Queue(records);
  readonly dated = new Queue(flows);
  readonly undated = new Queue(flows);

  [Symbol.dispose](): void {
    for (const queue of [this.records, this.dated, this.undated]) queue[Symbol.dispose]();
  }
}
