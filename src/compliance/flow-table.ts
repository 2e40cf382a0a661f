import { unlink } from '#src/foundation/chain.ts';
import { foldKey } from '#src/foundation/key.ts';
import type * as facts from './facts.ts';
import type { Numbers } from './numbers.ts';

/** A flow as the graph holds it; moments in milliseconds. */
export interface HeldFlow {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly transform: string | null;
  /** Item mappings as JSON. */
  readonly items: string | null;
  readonly validFrom: number;
  readonly validTo: number | null;
  readonly recordedAt: number;
  readonly retiredAt: number | null;
}

type Mapping = readonly (readonly (string | null)[])[];
const NONE = -1;

/**
 * Millions of flows in typed arrays, some 40 bytes each; those of one asset come out as objects when they are asked for. Flows hang in two chained lists,
 * by the asset they leave and the one they reach.
 */
export class FlowTable {
  readonly #numbers: Numbers;
  readonly #words: string[] = [];
  readonly #wordOf = new Map<string, number>();
  readonly #mappings = new Map<number, Mapping>();
  readonly #mappingOf = new Map<string, Mapping>();
  #count = 0;
  #from = new Int32Array(1024);
  #to = new Int32Array(1024);
  #nextInto = new Int32Array(1024);
  #nextOutOf = new Int32Array(1024);
  #kind = new Uint8Array(1024);
  #transform = new Uint8Array(1024);
  #validFrom = new Float64Array(1024);
  #validTo = new Float64Array(1024);
  #firstInto = new Int32Array(1024).fill(NONE);
  #firstOutOf = new Int32Array(1024).fill(NONE);

  readonly #free: number[] = [];

  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  add(flow: HeldFlow): void {
    const at = this.#free.pop() ?? this.#count++;
    if (at === this.#from.length) this.#grow();
    const [from, to] = [this.#numbered(flow.from), this.#numbered(flow.to)];
    this.#from[at] = from;
    this.#to[at] = to;
    this.#kind[at] = this.#word(flow.kind);
    this.#transform[at] = this.#word(flow.transform ?? '');
    this.#validFrom[at] = flow.validFrom;
    this.#validTo[at] = flow.validTo ?? Number.POSITIVE_INFINITY;
    if (flow.items !== null) this.#mappings.set(at, this.#mapping(flow.items));
    this.#nextInto[at] = this.#firstInto[to]!;
    this.#firstInto[to] = at;
    this.#nextOutOf[at] = this.#firstOutOf[from]!;
    this.#firstOutOf[from] = at;
  }

  /** Takes all flows between two assets away. */
  remove(fromId: string, toId: string): void {
    const [from, to] = [this.#numbered(fromId), this.#numbered(toId)];
    for (let flow = this.#firstOutOf[from]!; flow !== NONE; ) {
      const next = this.#nextOutOf[flow]!;
      if (this.#to[flow] === to) {
        unlink(this.#firstOutOf, this.#nextOutOf, from, flow);
        unlink(this.#firstInto, this.#nextInto, to, flow);
        this.#mappings.delete(flow);
        this.#validFrom[flow] = Number.POSITIVE_INFINITY;
        this.#free.push(flow);
      }
      flow = next;
    }
  }

  /** Flows into an asset: those in force at a moment; null: all. */
  into(asset: string, at: number | null): facts.Flow[] {
    return this.#chain(this.#firstInto[this.#numbers.known(asset)] ?? NONE, this.#nextInto, at);
  }

  outOf(asset: string, at: number | null): facts.Flow[] {
    return this.#chain(this.#firstOutOf[this.#numbers.known(asset)] ?? NONE, this.#nextOutOf, at);
  }

  /** All flows in force at a moment. */
  *inForce(at: number): Generator<facts.Flow> {
    for (let flow = 0; flow < this.#count; flow++) if (this.#isInForce(flow, at)) yield this.#flow(flow);
  }

  #chain(first: number, next: Int32Array, at: number | null): facts.Flow[] {
    const found: facts.Flow[] = [];
    for (let flow = first; flow !== NONE; flow = next[flow]!)
      if (at === null || this.#isInForce(flow, at)) found.push(this.#flow(flow));
    return found.reverse();
  }

  #isInForce(flow: number, at: number): boolean {
    return this.#validFrom[flow]! <= at && at < this.#validTo[flow]!;
  }

  #flow(at: number): facts.Flow {
    const validTo = this.#validTo[at]!;
    return {
      from: this.#numbers.id(this.#from[at]!),
      to: this.#numbers.id(this.#to[at]!),
      kind: this.#words[this.#kind[at]!]!,
      transform: (this.#words[this.#transform[at]!] || null) as facts.Flow['transform'],
      items: this.#mappings.get(at) ?? null,
      validFrom: this.#validFrom[at]!,
      validTo: validTo === Number.POSITIVE_INFINITY ? null : validTo,
    };
  }

  #numbered(id: string): number {
    const number = this.#numbers.of(id);
    if (number >= this.#firstInto.length) {
      const length = Math.max(number + 1, this.#firstInto.length * 2);
      this.#firstInto = grown(this.#firstInto, new Int32Array(length).fill(NONE));
      this.#firstOutOf = grown(this.#firstOutOf, new Int32Array(length).fill(NONE));
    }
    return number;
  }

  /** Kinds and transforms are few words. */
  #word(text: string): number {
    const known = this.#wordOf.get(text);
    if (known !== undefined) return known;
    const word = this.#words.push(text) - 1;
    this.#wordOf.set(text, word);
    return word;
  }

  #mapping(json: string): Mapping {
    const known = this.#mappingOf.get(json);
    if (known !== undefined) return known;
    const mapping = (JSON.parse(json) as (string | null)[][]).map((pair) =>
      pair.slice(0, 2).map((name) => (name === null ? null : foldKey(name))),
    );
    this.#mappingOf.set(json, mapping);
    return mapping;
  }

  #grow(): void {
    const length = Math.ceil(this.#count * 1.5);
    this.#from = grown(this.#from, new Int32Array(length));
    this.#to = grown(this.#to, new Int32Array(length));
    this.#nextInto = grown(this.#nextInto, new Int32Array(length));
    this.#nextOutOf = grown(this.#nextOutOf, new Int32Array(length));
    this.#kind = grown(this.#kind, new Uint8Array(length));
    this.#transform = grown(this.#transform, new Uint8Array(length));
    this.#validFrom = grown(this.#validFrom, new Float64Array(length));
    this.#validTo = grown(this.#validTo, new Float64Array(length));
  }
}

function grown<Column extends Int32Array | Uint8Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
