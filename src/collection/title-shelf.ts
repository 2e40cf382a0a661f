import { hash } from 'node:crypto';
import type { TitleRow } from './stock.store.ts';

/**
 * A shelf of titles as vectors 标题向量书架: those of one class of sight in one place, made by one model. Who sees one of them sees
 * all of them (but for what he is a party to), so that a search on a shelf tells nothing of what the viewer may not know.
 */
export interface TitleShelf {
  readonly model: string;
  readonly dimension: number;
  /** Class of sight 知悉类别. */
  readonly sight: string;
  /** Id of the jurisdiction; null: none. */
  readonly place: string | null;
}

/** The name of a shelf, of its index, and of the label that its vectors bear: letters and digits, whatever the place is called. */
export function shelfName({ model, dimension, sight, place }: TitleShelf): string {
  return `TitleShelf_${hash('sha256', JSON.stringify([model, dimension, sight, place]), 'hex').slice(0, 24)}`;
}

/** A title that is to stand on a shelf, by the dataset's id. */
export interface Shelved {
  readonly title: string;
  readonly shelf: string;
}

/** What has to be done so that vectors stand where they should. */
export interface Reshelving {
  readonly discard: readonly string[];
  readonly move: readonly { readonly dataset: string; readonly from: string; readonly to: string }[];
  /** Titles without a vector, by dataset. */
  readonly missing: ReadonlyMap<string, Shelved>;
}

/** Whether a title of the catalog is searched by meaning: checks find published datasets. */
export function isSearched({ state, retiredAt }: Pick<TitleRow, 'state' | 'retiredAt'>, now: number): boolean {
  return state === 'PUBLISHED' && (retiredAt === null || retiredAt > now);
}

/** Compares what should stand with what stands. `ours`: shelves of the present model; vectors on others are of no use. */
export function reshelve(
  wanted: ReadonlyMap<string, Shelved>,
  held: readonly (Shelved & { readonly dataset: string })[],
  ours: ReadonlySet<string>,
): Reshelving {
  const missing = new Map(wanted);
  const discard: string[] = [];
  const move: { dataset: string; from: string; to: string }[] = [];
  for (const { dataset, title, shelf } of held) {
    const target = wanted.get(dataset);
    if (target?.title !== title || !ours.has(shelf)) {
      discard.push(dataset);
      continue;
    }
    missing.delete(dataset);
    if (target.shelf !== shelf) move.push({ dataset, from: shelf, to: target.shelf });
  }
  return { discard, move, missing };
}
