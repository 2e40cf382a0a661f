/** How telling a character is: natural logarithm of titles per title that has it. */
export type Rarity = (character: string) => number;

/** Character weights as data: `other` for characters the table lacks. */
export interface RarityTable {
  readonly other: number;
  /** Hundredths, by character. */
  readonly characters: Readonly<Record<string, number>>;
}

/** The weights of a table as a function. */
export function readRarity(table: RarityTable): Rarity {
  const weights = new Map(
    Object.entries(table.characters).map(([character, hundredths]) => [character, hundredths / 100]),
  );
  return (character) => weights.get(character) ?? table.other;
}

/** Counts a table from folded titles. */
export function countRarity(titles: Iterable<string>, atLeast: number): RarityTable {
  const counts = new Map<string, number>();
  let total = 0;
  for (const title of titles) {
    total++;
    for (const character of new Set(title)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const weight = (count: number): number => Math.round(100 * Math.log((total + 1) / (count + 1)));
  const kept = [...counts].filter(([, count]) => count >= atLeast).sort(([a], [b]) => (a < b ? -1 : 1));
  return { other: weight(atLeast) / 100, characters: Object.fromEntries(kept.map(([c, count]) => [c, weight(count)])) };
}
