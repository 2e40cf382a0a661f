/** A jurisdiction that another one lies in, so many steps up. */
export interface PlaceAbove {
  readonly id: string;
  readonly kind: string;
  readonly distance: number;
}

/**
 * The city a jurisdiction lies in 所在城市: the nearest city above it or itself, else the nearest province (municipalities have
 * no city between), else the jurisdiction itself. Of several as near the first by id.
 */
export function cityOf(jurisdiction: string, above: readonly PlaceAbove[]): string {
  const nearest = (kind: string) =>
    above.filter((place) => place.kind === kind).sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))[0];
  return (nearest('CITY') ?? nearest('PROVINCE'))?.id ?? jurisdiction;
}
