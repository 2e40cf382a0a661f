import { itemId } from '../../foundation/id.ts';
import { indexFlow, indexRecord, type KeyIndex } from './check.ts';
import { Fingerprints, NameSet } from './fingerprints.ts';
import { pastOf } from './history.ts';
import type { Line } from './lines.ts';
import { type LineRefusal, refuse } from './refusals.ts';
import type { Reading } from './source.ts';

/** Most refusals and warnings that a report lists; the rest is counted. */
const TOLD_REFUSALS = 1_000;

/** What is known of a bundle while it is checked. */
export class Checking {
  readonly keys: KeyIndex = { keys: new Fingerprints(), items: new NameSet() };
  readonly refusals: LineRefusal[] = [];
  readonly warnings: LineRefusal[] = [];
  readonly leftOut = new Map<number, Set<number>>();
  /** Ids of records that were refused: what names them depends on a refused record, and what repeats them contradicts it. */
  readonly refusedIds = new Set<string>();
  readonly recordFiles = new Set<number>();
  readonly datedFiles = new Set<number>();
  readonly undatedFiles = new Set<number>();
  refusedLines = 0;
  records = 0;
  flows = 0;
  characters = 0;

  index({ line, file, parsed }: Reading): void {
    if (parsed.is === 'refused') {
      if (parsed.id !== null) this.refusedIds.add(parsed.id);
      this.#refuse(file, line, parsed.refusals);
      return;
    }
    const refusal =
      parsed.is === 'flow'
        ? indexFlow(this.keys, parsed.flow, line, file)
        : indexRecord(this.keys, parsed.kind, parsed.content, line, file);
    if (refusal !== null) {
      if (parsed.is === 'record') this.refusedIds.add(`${parsed.kind.type}:${parsed.content.key}`);
      this.#refuse(file, line, [refusal]);
      return;
    }
    this.characters += line.text.length;
    if (parsed.is === 'flow') {
      this.flows++;
      (parsed.flow.recordedAt === undefined ? this.undatedFiles : this.datedFiles).add(file);
      return;
    }
    this.records++;
    this.recordFiles.add(file);
    this.warnings.push(...parsed.warnings.slice(0, TOLD_REFUSALS - this.warnings.length));
  }

  /** Items that an asset had once may still be named by flows. History of a record that is not there is none. */
  indexHistory(line: Line, file: number): void {
    const past = pastOf(line);
    if (past === 'REGISTRY') return;
    if (past === null) this.#refuse(file, line, [refuse(line.fault ?? 'NOT_HISTORY', line)]);
    else if (!this.keys.keys.has(past.id))
      this.#refuse(file, line, [refuse('UNKNOWN_REFERENCE', line, ['key'], past.id)]);
    else for (const { asset, name } of past.items) this.keys.items.add(itemId(asset, name));
    this.characters += line.text.length;
  }

  /** Takes a valid line out again because it names what is not there. */
  withdraw(reading: Reading, refusals: readonly LineRefusal[]): void {
    const { parsed, file, line } = reading;
    if (this.leftOut.get(file)?.has(line.line)) return;
    if (parsed.is === 'record') {
      this.records--;
      this.refusedIds.add(`${parsed.kind.type}:${parsed.content.key}`);
    } else if (parsed.is === 'flow') this.flows--;
    this.#refuse(file, line, refusals);
  }

  #refuse(file: number, line: Line, refusals: readonly LineRefusal[]): void {
    const lines = this.leftOut.get(file) ?? new Set();
    if (!lines.has(line.line)) this.refusedLines++;
    this.leftOut.set(file, lines.add(line.line));
    this.refusals.push(...refusals.slice(0, Math.max(0, TOLD_REFUSALS - this.refusals.length)));
  }
}
