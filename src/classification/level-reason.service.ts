import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { dayOfMoment } from '../calendar/day.ts';
import { lawOn } from '../clock/law.service.ts';
import { Fault } from '../foundation/fault.ts';
import { formatId, parseId } from '../foundation/id.ts';
import { foldKey } from '../foundation/key.ts';
import { momentFor } from '../lineage/moment.ts';
import { readRecords } from '../record/bulk.service.ts';
import { recordsOf } from '../record/record.service.ts';
import { flowsBetween, readLevels, sourcesOf } from './classification.statements.ts';
import type { GradedItem } from './grading.ts';
import { type GradedAsset, type GradedFlow, LevelBook, type LevelReason } from './level-book.ts';
import { marksOf } from './triggers.ts';

const WORK = { name: 'level reason', limit: 20_000 };
/** Most sources that are looked at for one answer. */
const MOST = 20_000;

/**
 * Why the level of an asset is what it is 级别成因: the shortest chain of reasons, from the asset to what needs no further one. Empty where it has no level, or for
 * whom its computed level is not: the reasons tell of what lies upstream (`computedLevelsOf`).
 * Throws `Fault` TIME_LIMIT where more lies upstream than can be looked at.
 */
export async function levelReasonOf(desk: Desk, asset: string): Promise<readonly LevelReason[]> {
  const id = parseId(asset);
  const name = id === null ? asset : formatId(id.type, id.key);
  if (!(await recordsOf(desk, [name])).has(name)) return [];
  return see(desk, WORK, async (tx, sight) => {
    if ((await tx.run(readLevels, { ids: [name], sights: sight.sights })).length === 0) return [];
    const { asOf: now, knownAt: known, eras } = momentFor({}, sight);
    const sources = await tx.run(sourcesOf, { asset: name, now, known, eras, limit: MOST + 1 });
    if (sources.length > MOST)
      throw new Fault('TIME_LIMIT', '上游数据过多，无法说明级别成因。Too much lies upstream to tell why.');
    const assets = sources.map(({ id, content }) => gradedOf(id, JSON.parse(content) as GradedAsset));
    const rows = await tx.run(flowsBetween, { ids: assets.map(({ id }) => id), now, known, eras });
    const elements = new Set(assets.flatMap(({ items }) => (items ?? []).flatMap(({ element }) => element ?? [])));
    const held = await readRecords(
      tx,
      [...elements].map((key) => `Element:${key}`),
    );
    const day = dayOfMoment(now);
    const mark = marksOf((await lawOn(tx, { day, known })).policy);
    const markOf = (element: string): number => mark(String(held.get(`Element:${element}`)?.content['name'] ?? ''));
    return LevelBook.of(assets, rows.map(flowOf), day, markOf).why(name);
  });
}

function gradedOf(id: string, content: Omit<GradedAsset, 'id'>): GradedAsset {
  const items = content.items?.map((item): GradedItem => ({ ...item, name: foldKey(item.name) }));
  return { ...content, id, ...(items === undefined ? {} : { items }) };
}

function flowOf(row: { from: string; to: string; kind: string; transform: string | null; items: string | null }) {
  const items = row.items === null ? null : (JSON.parse(row.items) as string[][]).map(([from = '']) => [foldKey(from)]);
  return { ...row, items } as GradedFlow;
}
