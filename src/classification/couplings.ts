/** A row of a profile: with this share or open type the level must lie between `least` and `most` 属性与级别的对应. */
export interface LevelCoupling {
  readonly field: 'share' | 'open';
  readonly value: string;
  readonly least: number;
  readonly most: number;
  readonly citation: string;
}

/** The couplings that a dataset's share or open type and its level break; a level or type that is not known breaks none. */
export function brokenCouplings(
  couplings: readonly LevelCoupling[],
  dataset: { readonly share?: string | null; readonly open?: string | null; readonly level?: number | null },
): LevelCoupling[] {
  const { level } = dataset;
  if (level == null) return [];
  return couplings.filter(
    (coupling) => dataset[coupling.field] === coupling.value && (level < coupling.least || level > coupling.most),
  );
}
