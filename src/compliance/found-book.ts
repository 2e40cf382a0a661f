import { findingId } from './finding-id.ts';
import type { Finding, Severity } from './rule.ts';

/** Of a finding what must be known to take it back: its id, and how grave it is. */
export interface Kept {
  readonly id: string;
  readonly severity: Severity;
}

const NONE: readonly Kept[] = [];
/** One finding about the record itself, without an object, as a byte; MORE: what was found stands in the map. */
const SEVERITIES: readonly Severity[] = ['VIOLATION', 'REVIEW'];
const MORE = 255;

/** What rules found from each record 已发现: mostly nothing, or one finding about that record, which takes a byte. */
export class FoundBook {
  readonly #rules: readonly string[];
  readonly #bytes: Uint8Array[];
  readonly #more: Map<number, readonly Kept[]>[];

  constructor(rules: readonly string[]) {
    this.#rules = rules;
    this.#bytes = rules.map(() => new Uint8Array(0));
    this.#more = rules.map(() => new Map());
  }

  /** What a rule found last from a record with a number and an id. */
  of(slot: number, number: number, id: string): readonly Kept[] {
    const byte = this.#bytes[slot]![number] ?? 0;
    if (byte === 0) return NONE;
    if (byte === MORE) return this.#more[slot]!.get(number)!;
    return [{ id: findingId({ rule: this.#rules[slot]!, subject: id, object: '' }), severity: SEVERITIES[byte - 1]! }];
  }

  set(slot: number, number: number, id: string, found: readonly Finding[]): void {
    const [one] = found;
    const isPlain = found.length === 1 && one!.subject === id && one!.object === '';
    const byte = found.length === 0 ? 0 : isPlain ? SEVERITIES.indexOf(one!.severity) + 1 : MORE;
    if (byte === MORE) {
      const kept = found.map((finding) => ({ id: findingId(finding), severity: finding.severity }));
      this.#more[slot]!.set(number, kept);
    } else if (this.#bytes[slot]![number] === MORE) this.#more[slot]!.delete(number);
    if (byte !== 0 || number < this.#bytes[slot]!.length) this.#put(slot, number, byte);
  }

  #put(slot: number, number: number, byte: number): void {
    const bytes = this.#bytes[slot]!;
    if (number >= bytes.length) {
      const larger = new Uint8Array(Math.max(number + 1, bytes.length * 2));
      larger.set(bytes);
      this.#bytes[slot] = larger;
    }
    this.#bytes[slot]![number] = byte;
  }
}
