import type { Clock } from '../../calendar/clock.ts';
import type { Graph, Work } from '../../graph/graph.service.ts';
import { flowChanges, heldAssertions } from '../../lineage/bulk.service.ts';
import { type Flow, flowDigest, flowKey } from '../../lineage/flow.ts';
import { compare } from '../../record/bulk.service.ts';
import { entryId } from '../../record/entry.ts';
import { Fingerprints } from './fingerprints.ts';
import type { Source } from './source.ts';
import { type Contents, Counts, countRecords, draftsOf, flowsOf } from './write.ts';

const WORK: Work = { name: 'load: dry run', limit: 600_000 };

/** Counts what a load would do 试运行; what the bundle says twice counts once, as it would be written once. */
export async function countOnly(
  { graph, clock }: { graph: Graph; clock: Clock },
  source: Source,
  contents: Contents,
): Promise<Counts> {
  const counts = new Counts();
  const seen = new Fingerprints();
  for await (const drafts of draftsOf(source, contents)) {
    const first = drafts.filter(({ kind, content }) => seen.add(entryId(kind, content), '', 0, 1) === null);
    countRecords(counts, drafts, await graph.read(WORK, (tx) => compare(tx, first, clock.now())));
  }
  for await (const flows of flowsOf(source, contents)) {
    const held = await graph.read(WORK, (tx) => heldAssertions(tx, flows));
    for (const flow of flows) counts.add('flow', wouldBe(flow, held, seen, clock.now()), 1);
  }
  return counts;
}

/** What one flow would come to; an undated one also meets what the bundle itself says is known now. */
function wouldBe(flow: Flow, held: Parameters<typeof flowChanges>[1], seen: Fingerprints, now: number) {
  const { count } = flowChanges([flow], held, now);
  const known = flow.retiredAt === undefined ? 'known' : 'retired';
  const met = seen.add(`${known} ${flowKey(flow)}`, flowDigest(flow), 0, 1);
  if (count.unchanged > 0 || (met?.same && flow.recordedAt === undefined)) return 'unchanged';
  return count.updated > 0 || (met !== null && flow.recordedAt === undefined) ? 'updated' : 'created';
}
