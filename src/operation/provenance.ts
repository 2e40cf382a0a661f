import { byCodePoint } from '../foundation/text.ts';

/** One asset upstream of a product. */
export interface Source {
  readonly id: string;
  readonly distance: number;
  readonly organization: string | null;
  /** Nothing lies upstream of it. */
  readonly origin: boolean;
  /** Provisions of a collection and of the duty it names. */
  readonly bases: readonly string[];
}

/** Why a chain is not complete. */
export interface Gap {
  /** Asset at which the chain breaks; null when it concerns the whole. */
  readonly at: string | null;
  readonly missing: 'UPSTREAM' | 'LEGAL_BASIS' | 'CUT' | 'PERMISSION';
}

/** Where a product comes from 产品溯源; all by id. */
export interface Provenance {
  readonly origins: readonly string[];
  readonly datasets: readonly string[];
  readonly databases: readonly string[];
  readonly organizations: readonly string[];
  /** Nearest first, ties by id. */
  readonly products: readonly string[];
  readonly legalBases: readonly string[];
  readonly complete: boolean;
  readonly gaps: readonly Gap[];
}

/** What is missing of what was read: `cut`, there is more; `untold`, there may be what the viewer may not know of. */
export interface Missing {
  readonly cut: boolean;
  readonly untold: boolean;
}

/** Reads a product's provenance off everything upstream of it. */
export function provenanceOf(product: string, upstream: readonly Source[], { cut, untold }: Missing): Provenance {
  const sources = upstream.filter(({ id }) => id !== product);
  const ofType = (type: string) => sources.map(({ id }) => id).filter((id) => id.startsWith(`${type}:`));
  const gaps: Gap[] = sources.flatMap(gapOf);
  if (cut) gaps.push({ at: null, missing: 'CUT' });
  if (untold) gaps.push({ at: null, missing: 'PERMISSION' });
  return {
    origins: sources
      .filter(({ origin }) => origin)
      .map(({ id }) => id)
      .sort(byCodePoint),
    datasets: ofType('Dataset').sort(byCodePoint),
    databases: ofType('Database').sort(byCodePoint),
    organizations: distinct(sources.flatMap(({ organization }) => organization ?? [])),
    products: ofType('Product'),
    legalBases: distinct(sources.flatMap(({ bases }) => bases)),
    complete: gaps.length === 0,
    gaps,
  };
}

/** An origin must be an act of collection or a backflow; a collection must have a legal basis. */
function gapOf({ id, origin, bases }: Source): Gap[] {
  if (id.startsWith('Collection:')) return bases.length === 0 ? [{ at: id, missing: 'LEGAL_BASIS' }] : [];
  return origin && !id.startsWith('Backflow:') ? [{ at: id, missing: 'UPSTREAM' }] : [];
}

/** A gap in words for a person. */
export function gapInWords({ at, missing }: Gap): string {
  switch (missing) {
    case 'UPSTREAM':
      return `${at}：来源未登记，上游断链。Nothing is recorded upstream, though it is neither a collection nor a backflow.`;
    case 'LEGAL_BASIS':
      return `${at}：收集缺少法定依据。This collection has no legal basis.`;
    case 'CUT':
      return '上游过多，未全部列出。There is more upstream than is listed.';
    case 'PERMISSION':
      return '可能有您无权知悉的部分。There may be parts that you may not know of.';
    default:
      return missing satisfies never;
  }
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort(byCodePoint);
}
