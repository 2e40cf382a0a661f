import type { Written } from '../../audit/record.ts';

/** The act that a load is in the log 装载行为. */
export const LOADING = 'bundle:load';

/** What stands, and by its own account which deed wrote it. */
export interface Standing {
  /** As the log names it: a record's id, `Flow:` and a flow's key. */
  readonly id: string;
  readonly digest: string | null;
  readonly deed: string | null;
}

/** What the log says of what stands: a load's own list tells it, an act names it so, or it is not what any deed wrote. */
export type Told = 'BY_LOAD' | 'BY_ACT' | 'NO_DEED' | 'OTHERWISE';

/** Whether a deed of the log wrote what stands 内容有据. */
export function toldBy(deeds: ReadonlyMap<string, Written>, { id, digest, deed }: Standing): Told {
  const written = deed === null ? undefined : deeds.get(deed);
  if (written === undefined) return 'NO_DEED';
  if (written.act === LOADING) return 'BY_LOAD';
  return written.subjects.some((subject) => subject.id === id && subject.after === digest) ? 'BY_ACT' : 'OTHERWISE';
}

/** Whether a deed of the log retired an assertion of a flow. */
export function retiredBy(deeds: ReadonlyMap<string, Written>, { id, digest, deed }: Standing): Told {
  const written = deed === null ? undefined : deeds.get(deed);
  if (written === undefined) return 'NO_DEED';
  if (written.act === LOADING) return 'BY_LOAD';
  const named = written.subjects.some(({ id: of, before }) => of === id && (before === digest || before === null));
  return named ? 'BY_ACT' : 'OTHERWISE';
}

/** How much of what stands says that it came by each load. */
export class Tally {
  readonly #contents = new Map<string, number>();
  readonly #flows = new Map<string, number>();
  readonly #retirements = new Map<string, number>();
  /** Former contents that name no deed: they came with a dump's history. */
  unnamed = 0;

  content(load: string): void {
    this.#contents.set(load, (this.#contents.get(load) ?? 0) + 1);
  }

  flow(load: string): void {
    this.#flows.set(load, (this.#flows.get(load) ?? 0) + 1);
  }

  retirement(load: string): void {
    this.#retirements.set(load, (this.#retirements.get(load) ?? 0) + 1);
  }

  of(load: string): { readonly contents: number; readonly flows: number; readonly retirements: number } {
    const count = (map: ReadonlyMap<string, number>) => map.get(load) ?? 0;
    return { contents: count(this.#contents), flows: count(this.#flows), retirements: count(this.#retirements) };
  }
}

/** In words, Chinese and English: what is wrong with what stands. */
export const FALSE_WORDS = {
  NO_DEED: '审计日志中没有写入它的行为 inserted: no deed of the audit log wrote it',
  OTHERWISE: '与审计日志所记不符 altered: it is not what the audit log tells',
  LOST: '审计日志所记的内容已不存在 altered or removed: what the audit log tells of it does not stand',
  CONTENT: '内容与其摘要不符 altered: the content does not give its digest',
  INSERTED: '装载并未写入它 inserted: the load that it names did not write it',
  RETIRED: '停用与审计日志所记不符 altered: when it was retired is not what the audit log tells',
} as const;
