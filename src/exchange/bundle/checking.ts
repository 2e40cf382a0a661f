import { itemId } from '../../foundation/id.ts';
import { type SaidFlow, saidOf } from '../../lineage/flow.ts';
import { type Draft, draftOf } from '../../record/bulk.service.ts';
import { entryId } from '../../record/entry.ts';
import { type At, flowNamings, indexFlow, indexRecord, type KeyIndex, type Naming, recordNamings } from './check.ts';
import { Fingerprints, NameSet, printOf, type Sighting } from './fingerprints.ts';
import { toldBy } from './history.ts';
import type { Line } from './lines.ts';
import { type LineRefusal, refuse } from './refusals.ts';
import type { Reading } from './source.ts';
import { type Queue, Queues, type Waiting } from './waiting.ts';

/** Most refusals and warnings that a report lists; the rest is counted. */
const TOLD_REFUSALS = 1_000;

/** What is known of a bundle while it is checked. */
export class Checking {
  readonly queues = new Queues();
  readonly keys: KeyIndex = { keys: new Fingerprints(), items: new NameSet() };
  readonly refusals: LineRefusal[] = [];
  readonly warnings: LineRefusal[] = [];
  /** Ids of records that were refused: what names them depends on a refused record, and what repeats them contradicts it. */
  readonly refusedIds = new NameSet();
  readonly #files: readonly string[];
  refusedLines = 0;
  records = 0;
  flows = 0;
  characters = 0;

  constructor(files: readonly string[]) {
    this.#files = files;
  }

  /** Takes in a line; what is valid by itself waits in its queue. */
  index({ line, file, parsed }: Reading): void {
    switch (parsed.is) {
      case 'refused':
        if (parsed.id !== null) this.refusedIds.add(parsed.id);
        this.#refuse(parsed.refusals);
        break;
      case 'record':
        this.#indexRecord(draftOf(parsed.kind, parsed.content), parsed.warnings, line, file);
        break;
      case 'flow':
        this.#indexFlow(saidOf(parsed.flow), line, file);
        break;
    }
  }

  #indexRecord(draft: Draft, warnings: readonly LineRefusal[], line: Line, file: number): void {
    const before = indexRecord(this.keys, draft, file, line.line);
    if (before?.same === false) {
      this.refusedIds.add(entryId(draft.kind, draft.content));
      this.#refuse([refuse('DUPLICATE_KEY', line, ['key'], draft.content.key)]);
      return;
    }
    this.characters += line.text.length;
    this.records++;
    this.warnings.push(...warnings.slice(0, TOLD_REFUSALS - this.warnings.length));
    this.#wait(this.queues.records, draft, { line, file, before, names: recordNamings(draft, line) });
  }

  #indexFlow(flow: SaidFlow, line: Line, file: number): void {
    const before = indexFlow(this.keys, flow, file, line.line);
    if (before?.same === false) {
      this.#refuse([refuse('DUPLICATE_KEY', line, [], flow.from)]);
      return;
    }
    this.characters += line.text.length;
    this.flows++;
    const queue = flow.recordedAt === undefined ? this.queues.undated : this.queues.dated;
    this.#wait(queue, flow, { line, file, before, names: flowNamings(flow, line) });
  }

  #wait<Said extends Draft | SaidFlow>(
    queue: Queue<Said>,
    said: Said,
    found: { line: Line; file: number; before: Sighting | null; names: ReturnType<typeof recordNamings> },
  ): void {
    const waiting = queue.add(said, found.file, found.line.line);
    if (found.before !== null) queue.repeats.add(waiting.number);
    if (found.names.refusals.length > 0) this.withdraw(queue, waiting, found.names.refusals);
    else if (!found.names.namings.every((naming) => this.answers(naming))) queue.unanswered.add(waiting.number);
  }

  /** Whether the bundle itself holds what is named, as far as it was read. */
  answers({ id, asset }: Naming): boolean {
    if (this.refusedIds.size > 0 && this.refusedIds.has(asset ?? id)) return false;
    return asset === undefined ? this.keys.keys.has(printOf(id)) : this.keys.items.has(id);
  }

  /** Items that an asset had once may still be named by flows. History of a record that is not there is none. */
  indexHistory(line: Line): void {
    const told = toldBy(line);
    if (told === null) this.#refuse([refuse(line.fault ?? 'NOT_HISTORY', line)]);
    else if (told.of === 'RECORD') this.#known(line, told.past.id, 'key', told.past.items);
    else if (told.of === 'FINDING') this.#known(line, told.finding.subject, 'subject', []);
    this.characters += line.text.length;
  }

  #known(line: Line, id: string, field: string, items: readonly { asset: string; name: string }[]): void {
    if (!this.keys.keys.has(printOf(id))) this.#refuse([refuse('UNKNOWN_REFERENCE', line, [field], id)]);
    else for (const { asset, name } of items) this.keys.items.add(itemId(asset, name));
  }

  /** Where a line that waits stands. */
  at({ file, line }: Waiting<unknown>): At {
    return { file: this.#files[file]!, line };
  }

  /** Takes a valid line out again because it names what is not there. */
  withdraw<Said extends Draft | SaidFlow>(
    queue: Queue<Said>,
    { said, number }: Waiting<Said>,
    refusals: readonly LineRefusal[],
  ): void {
    if (queue.out.has(number)) return;
    queue.out.add(number);
    if ('content' in said) {
      this.records--;
      this.refusedIds.add(entryId(said.kind, said.content));
    } else this.flows--;
    this.#refuse(refusals);
  }

  /** Refuses one line. */
  #refuse(refusals: readonly LineRefusal[]): void {
    this.refusedLines++;
    this.refusals.push(...refusals.slice(0, Math.max(0, TOLD_REFUSALS - this.refusals.length)));
  }
}
