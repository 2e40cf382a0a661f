import { isDeepStrictEqual } from 'node:util';
import { itemId } from '../../foundation/id.ts';
import { byCodePoint } from '../../foundation/text.ts';
import type { Graph, Tx, Work } from '../../graph/graph.service.ts';
import { registryState } from '../../graph/registry.ts';
import { currentItemsOf } from '../../lineage/bulk.service.ts';
import { pageRecords } from '../../record/bulk.service.ts';
import { type Entry, entryOf } from '../../record/entry.ts';
import type { Content } from '../../record/kind.ts';
import {
  countFlows,
  countRecords,
  flowsInWrongEra,
  hollowRecords,
  misplacedRecord,
  readLastLoad,
  readProjections,
} from '../exchange.statements.ts';
import { kindOfType, ownedRelationships } from './kinds.ts';

const PAGE = 2_000;
const WORK: Work = { name: 'verify', limit: 3_600_000 };

/** What checking the registry found. */
export interface Verification {
  readonly records: number;
  readonly flows: number;
  /** The load opened last: WRITING (under way), UNDOING, DONE, or UNDONE (interrupted and taken back). */
  readonly lastLoad: { readonly load: string; readonly state: string } | null;
  /** The first thing that is wrong, in words; null when everything agrees. */
  readonly wrong: string | null;
}

/** Checks the graph's invariants: what queries see of every record follows from its content, flows stand where they belong. */
export async function verifyRegistry(graph: Graph): Promise<Verification> {
  return graph.read(WORK, async (tx) => {
    const { sweptAt, loading } = await registryState(tx);
    const { flows } = await tx.run(countFlows, {});
    const last = await tx.run(readLastLoad, {});
    const lastLoad = last === null ? null : { load: last.load, state: last.state };
    const hollow = await tx.run(hollowRecords, {});
    const elsewhere = await tx.run(misplacedRecord, {});
    const found =
      hollow === null
        ? await firstWrongRecord(tx)
        : { records: 0, wrong: `只被引用而无内容 record is named but was never written: ${hollow.id}` };
    const misplaced = await tx.run(flowsInWrongEra, { sweptAt });
    const wrong =
      loading !== null
        ? `装载未完成 a load is under way: ${loading}`
        : (found.wrong ??
          (elsewhere === null ? null : `所属行政区不符 lies in another jurisdiction than it should: ${elsewhere.id}`) ??
          (misplaced === null
            ? null
            : `数据流归档位置不对 flow stands in the wrong era: ${misplaced.from} → ${misplaced.to}`));
    return { records: found.records, flows, lastLoad, wrong };
  });
}

/** How many records the registry holds. */
export async function countEverything(graph: Graph): Promise<number> {
  return (await graph.read(WORK, (tx) => tx.run(countRecords, {}))).records;
}

async function firstWrongRecord(tx: Tx): Promise<{ records: number; wrong: string | null }> {
  let records = 0;
  for (let after = ''; ; ) {
    const page = await pageRecords(tx, '', after, PAGE);
    const seen = new Map(
      (await tx.run(readProjections, { ids: page.map(({ id }) => id), owned: ownedRelationships })).map((row) => [
        row.id,
        row,
      ]),
    );
    const items = await currentItemsOf(
      tx,
      page.map(({ id }) => id),
    );
    for (const { id, content } of page) {
      const kind = kindOfType(id.slice(0, id.indexOf(':')));
      if (kind === undefined) return { records, wrong: `不明类型的记录 record of an unknown type: ${id}` };
      const entry = entryOf(kind, JSON.parse(content) as Content);
      const fault = difference(entry, seen.get(id)!) ?? itemDifference(entry, items.get(id) ?? []);
      if (fault !== null) return { records, wrong: `${id}: ${fault}` };
    }
    records += page.length;
    if (page.length < PAGE) return { records, wrong: null };
    after = page.at(-1)!.id;
  }
}

interface Projection {
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly edges: readonly Readonly<Record<string, unknown>>[];
}

/** Where a record's labels, properties or relationships differ from what its content makes; null when they agree. */
function difference(entry: Entry, { labels, properties, edges }: Projection): string | null {
  const wanted = ['Record', ...entry.labels].sort();
  if (!isDeepStrictEqual([...labels].sort(), wanted)) return `标签不符 labels are ${labels.join()}`;
  const own = Object.entries(entry.properties).filter(([, value]) => value !== null && value !== undefined);
  for (const [name, value] of own)
    if (!isDeepStrictEqual(properties[name], value)) return `属性不符 property ${name} differs from the content`;
  const known = new Set([...own.map(([name]) => name), 'load', 'recordedAt', 'deed', 'place', 'computedLevel']);
  const stranger = Object.keys(properties).find((name) => !known.has(name));
  if (stranger !== undefined) return `多出属性 property ${stranger} does not come from the content`;
  const drawn = edges.map(({ type, to, at }) => `${type} ${to} ${at}`).sort(byCodePoint);
  const due = entry.edges.map(({ type, to, at }) => `${type} ${to} ${at}`).sort(byCodePoint);
  return isDeepStrictEqual(drawn, due) ? null : '关系不符 relationships differ from the content';
}

/** Where the items that queries see differ from those of the content; null when they agree. */
function itemDifference(
  { id, asset }: Entry,
  held: readonly { id: string; at: number | null; element: string | null }[],
): string | null {
  const seen = held.map((item) => `${item.id} ${item.at} ${item.element ?? ''}`).sort(byCodePoint);
  const due = (asset?.items ?? [])
    .map(({ name, element }, at) => `${itemId(id, name)} ${at} ${element === undefined ? '' : `Element:${element}`}`)
    .sort(byCodePoint);
  return isDeepStrictEqual(seen, due) ? null : '信息项不符 items differ from the content';
}
