import type { Tx } from '../../graph/graph.service.ts';
import { linkItems, type Realised, realisedBy, writeItems } from '../../lineage/bulk.service.ts';
import {
  type Draft,
  linkRecords,
  type Placing,
  placedBy,
  placeRecords,
  type Writing,
  type Written,
  writeRecords,
} from '../../record/bulk.service.ts';
import type { Edge, Entry } from '../../record/entry.ts';
import { type Batch, NOTHING_WRITTEN } from './batch.ts';
import { Spool } from './spool.ts';

/** Relationships drawn, or records placed, in one batch. */
const BATCH_LINKS = 4_000;

/** What a written record names, and which records' places that decides. */
interface Link {
  readonly edges: readonly Edge[];
  readonly realised: readonly Realised[];
  readonly placing: Placing;
}

function linkOf(entry: Entry): Link {
  return { edges: entry.edges, realised: realisedBy(entry), placing: placedBy([entry]) };
}

/** What the records of a load name, drawn when all of them are written. */
export class Links implements Disposable {
  readonly #spool = new Spool();

  add(entry: Entry): void {
    this.#spool.add(JSON.stringify(linkOf(entry)));
  }

  /** Draws what records name. */
  *drawing(): Generator<Batch> {
    const size = ({ edges, realised }: Link) => edges.length + realised.length;
    for (const links of this.#inBatches(size))
      yield async (tx) => {
        await draw(tx, links);
        return NOTHING_WRITTEN;
      };
  }

  /** Says where records lie, when all is drawn. Of a registry that held none before, no other records can lie elsewhere now. */
  *placing(): Generator<Batch> {
    const size = ({ placing: { ids, organizations } }: Link) => ids.length + organizations.length;
    for (const links of this.#inBatches(size))
      yield async (tx, { held }) => {
        const { ids, organizations } = joined(links);
        await placeRecords(tx, { ids, organizations: held.records ? organizations : [] });
        return NOTHING_WRITTEN;
      };
  }

  *#inBatches(sizeOf: (link: Link) => number): Generator<Link[]> {
    let links: Link[] = [];
    let size = 0;
    for (const part of this.#spool.parts())
      for (const text of part) {
        const link = JSON.parse(text) as Link;
        if (sizeOf(link) === 0) continue;
        links.push(link);
        size += sizeOf(link);
        if (size < BATCH_LINKS) continue;
        yield links;
        links = [];
        size = 0;
      }
    if (links.length > 0) yield links;
  }

  [Symbol.dispose](): void {
    this.#spool[Symbol.dispose]();
  }
}

async function draw(tx: Tx, links: readonly Link[]): Promise<void> {
  await linkRecords(
    tx,
    links.flatMap(({ edges }) => edges),
  );
  await linkItems(
    tx,
    links.flatMap(({ realised }) => realised),
  );
}

function joined(links: readonly Link[]): Placing {
  return {
    ids: links.flatMap(({ placing }) => placing.ids),
    organizations: links.flatMap(({ placing }) => placing.organizations),
  };
}

/** Writes a few records whole, with their items and what they name, in the transaction of an act. */
export async function saveRecords(tx: Tx, drafts: readonly Draft[], writing: Writing): Promise<Written> {
  const written = await writeRecords(tx, drafts, writing);
  await writeItems(tx, written.created, written.replaced, writing.load);
  const links = [...written.created, ...written.replaced].map(linkOf);
  await draw(tx, links);
  await placeRecords(tx, joined(links));
  return written;
}
