import { unlink } from '#src/foundation/chain.ts';
/**
 * Assets and flows as the levels see them, in typed arrays: about 30 bytes a flow and 30 an asset (1 million assets and 5 million flows in some 200 MB).
 * Assets and flows are numbers given out by this graph; whoever fills it keeps the ids. Flows hang in two chained lists, so that one can be
 * added or taken away without rebuilding.
 */

/** What counts of one asset (dataset, database or product). */
export interface AssetFacts {
  /** Declared level 1–6, 0 when none is declared. */
  readonly declared: number;
  /** Highest floor of its items; 1 for databases and products. */
  readonly ownFloor: number;
  /** Level of an approved adjustment in force 已批准且有效的降级; 0 without. */
  readonly adjustedTo: number;
  /** Elements of its items, as `triggers.ts` folds them. */
  readonly marks: number;
}

/** What counts of one flow in force. */
export interface FlowFacts {
  readonly from: number;
  readonly to: number;
  /** From `takingOf`. */
  readonly fixed: number;
  readonly whole: boolean;
  /** From `loweringOf`. */
  readonly lowering: number;
  readonly join: boolean;
  readonly aggregated: boolean;
}

const WHOLE = 1;
const JOIN = 2;
const AGGREGATED = 4;
const LIVE = 8;
const NONE = -1;

export class LevelGraph {
  #assets = 0;
  #declared = new Uint8Array(64);
  #ownFloor = new Uint8Array(64);
  #adjustedTo = new Uint8Array(64);
  #marks = new Int32Array(64);
  #firstIn = new Int32Array(64);
  #firstOut = new Int32Array(64);
  #flows = 0;
  #from = new Int32Array(64);
  #to = new Int32Array(64);
  #nextIn = new Int32Array(64);
  #nextOut = new Int32Array(64);
  #fixed = new Uint8Array(64);
  #lowering = new Uint8Array(64);
  #flags = new Uint8Array(64);
  readonly #free: number[] = [];

  get assetCount(): number {
    return this.#assets;
  }

  /** A new asset; its number. */
  addAsset(facts: AssetFacts): number {
    const asset = this.#assets++;
    if (asset >= this.#declared.length) this.#growAssets();
    this.#firstIn[asset] = NONE;
    this.#firstOut[asset] = NONE;
    this.setAsset(asset, facts);
    return asset;
  }

  setAsset(asset: number, facts: AssetFacts): void {
    this.#declared[asset] = facts.declared;
    this.#ownFloor[asset] = facts.ownFloor;
    this.#adjustedTo[asset] = facts.adjustedTo;
    this.#marks[asset] = facts.marks;
  }

  /** A new flow; its number, which stays its own until it is taken away. */
  addFlow(facts: FlowFacts): number {
    const flow = this.#free.pop() ?? this.#flows++;
    if (flow >= this.#from.length) this.#growFlows();
    this.#from[flow] = facts.from;
    this.#to[flow] = facts.to;
    this.#fixed[flow] = facts.fixed;
    this.#lowering[flow] = facts.lowering;
    this.#flags[flow] =
      LIVE | (facts.whole ? WHOLE : 0) | (facts.join ? JOIN : 0) | (facts.aggregated ? AGGREGATED : 0);
    this.#nextIn[flow] = this.#firstIn[facts.to]!;
    this.#firstIn[facts.to] = flow;
    this.#nextOut[flow] = this.#firstOut[facts.from]!;
    this.#firstOut[facts.from] = flow;
    return flow;
  }

  removeFlow(flow: number): void {
    if ((this.#flags[flow]! & LIVE) === 0) return;
    unlink(this.#firstIn, this.#nextIn, this.#to[flow]!, flow);
    unlink(this.#firstOut, this.#nextOut, this.#from[flow]!, flow);
    this.#flags[flow] = 0;
    this.#free.push(flow);
  }

  declared(asset: number): number {
    return this.#declared[asset]!;
  }
  ownFloor(asset: number): number {
    return this.#ownFloor[asset]!;
  }
  adjustedTo(asset: number): number {
    return this.#adjustedTo[asset]!;
  }
  marks(asset: number): number {
    return this.#marks[asset]!;
  }

  /** First flow into an asset, -1 when there is none; then `nextIn`. */
  firstIn(asset: number): number {
    return this.#firstIn[asset]!;
  }
  nextIn(flow: number): number {
    return this.#nextIn[flow]!;
  }
  firstOut(asset: number): number {
    return this.#firstOut[asset]!;
  }
  nextOut(flow: number): number {
    return this.#nextOut[flow]!;
  }
  from(flow: number): number {
    return this.#from[flow]!;
  }
  to(flow: number): number {
    return this.#to[flow]!;
  }
  fixed(flow: number): number {
    return this.#fixed[flow]!;
  }
  lowering(flow: number): number {
    return this.#lowering[flow]!;
  }
  takesWhole(flow: number): boolean {
    return (this.#flags[flow]! & WHOLE) !== 0;
  }
  isJoin(flow: number): boolean {
    return (this.#flags[flow]! & JOIN) !== 0;
  }
  isAggregated(flow: number): boolean {
    return (this.#flags[flow]! & AGGREGATED) !== 0;
  }

  #growAssets(): void {
    this.#declared = grown(this.#declared);
    this.#ownFloor = grown(this.#ownFloor);
    this.#adjustedTo = grown(this.#adjustedTo);
    this.#marks = grown(this.#marks);
    this.#firstIn = grown(this.#firstIn);
    this.#firstOut = grown(this.#firstOut);
  }

  #growFlows(): void {
    this.#from = grown(this.#from);
    this.#to = grown(this.#to);
    this.#nextIn = grown(this.#nextIn);
    this.#nextOut = grown(this.#nextOut);
    this.#fixed = grown(this.#fixed);
    this.#lowering = grown(this.#lowering);
    this.#flags = grown(this.#flags);
  }
}

function grown<T extends Uint8Array | Int32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(Math.ceil(array.length * 1.5));
  larger.set(array);
  return larger;
}
