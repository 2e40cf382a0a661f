/**
 * Arithmetic of data levels 数据分级 (rules.md "Computed level"; GB/T 43697-2024 gives the scale): 1–4 general data 一般数据, 5 important 重要数据,
 * 6 core 核心数据. 0 stands for "none".
 */

/** How a flow changes data 加工方式. */
export type Transform =
  | 'COPY'
  | 'FILTER'
  | 'RENAME'
  | 'FORMAT'
  | 'JOIN'
  | 'STATISTICS'
  | 'TAG'
  | 'DEIDENTIFY'
  | 'ANONYMISE'
  | 'MODEL'
  | 'OTHER';

/** What a level needs to know of an item 信息项. */
export interface GradedItem {
  readonly name: string;
  readonly personal?: 'NONE' | 'PERSONAL' | 'SENSITIVE' | null;
  /** Public by statute 依法公开. */
  readonly public?: boolean | null;
  readonly level?: number | null;
  readonly element?: string | null;
}

/** Least level of an item: 1 if public by statute, else 4 sensitive, 2 personal, else 1; raised to its own level if that is higher. */
export function floorOf(item: GradedItem): number {
  return Math.max(tagFloor(item), item.level ?? 0);
}

function tagFloor(item: GradedItem): number {
  if (item.public) return 1;
  switch (item.personal) {
    case 'SENSITIVE':
      return 4;
    case 'PERSONAL':
      return 2;
    default:
      return 1;
  }
}

/** The level that counts of an asset: the higher of declared and computed; null when neither is known. */
export function higherLevel(declared: number | null, computed: number | null): number | null {
  return declared === null || computed === null ? (declared ?? computed) : Math.max(declared, computed);
}

/** Own floor of an asset: the highest floor of its items; 1 without items. */
export function ownFloor(items: readonly GradedItem[]): number {
  return items.reduce((highest, item) => Math.max(highest, floorOf(item)), 1);
}

/** What a transform could lower. Kept as numbers so that five million flows stay small. */
export const LOWERING = { NONE: 0, BY_ONE: 1, TO_ONE: 2 } as const;
export type Lowering = (typeof LOWERING)[keyof typeof LOWERING];

export function loweringOf(transform: Transform | null | undefined): Lowering {
  switch (transform) {
    case 'STATISTICS':
    case 'TAG':
    case 'DEIDENTIFY':
      return LOWERING.BY_ONE;
    case 'ANONYMISE':
      return LOWERING.TO_ONE;
    default:
      return LOWERING.NONE;
  }
}

/** A brought level after lowering; levels 5 and 6 are never lowered. Counts only with an approved adjustment 已批准的降级. */
export function lowered(level: number, lowering: number): number {
  if (level >= 5 || level <= 1) return level;
  if (lowering === LOWERING.TO_ONE) return 1;
  return lowering === LOWERING.BY_ONE ? level - 1 : level;
}

/** What a flow brings, however its source's level stands: at least `fixed`, and the source's whole level if `whole`. */
export interface Taking {
  readonly fixed: number;
  readonly whole: boolean;
}

/**
 * What a flow takes from its source. With item mappings from a dataset: each mapped item's own level raised to its floor; an item without own
 * level (or one that the dataset no longer has) takes the whole source's level. Without mappings: the whole source.
 */
export function takingOf(items: ReadonlyMap<string, GradedItem> | null, mapped: readonly string[]): Taking {
  if (items === null || mapped.length === 0) return { fixed: 0, whole: true };
  let fixed = 0;
  let whole = false;
  for (const name of mapped) {
    const item = items.get(name);
    if (item?.level == null) whole = true;
    else fixed = Math.max(fixed, floorOf(item));
  }
  return { fixed, whole };
}

/** The base after fusion: one more below 4, once, however many triggers fire. */
export function fused(base: number): number {
  return base > 0 && base < 4 ? base + 1 : base;
}
