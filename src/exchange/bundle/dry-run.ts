import type { Clock } from '../../calendar/clock.ts';
import type { Graph, Work } from '../../graph/graph.service.ts';
import { flowChanges, heldAssertions } from '../../lineage/bulk.service.ts';
import type { SaidFlow } from '../../lineage/flow.ts';
import { compare } from '../../record/bulk.service.ts';
import { Counts } from './counts.ts';
import { Fingerprints, printOf, printOfDigest } from './fingerprints.ts';
import type { Queues } from './waiting.ts';
import { countRecords, countRepeats, inBatches } from './write.ts';

const WORK: Work = { name: 'load: dry run', limit: 600_000 };

/** Counts what a load would do 试运行; what the bundle says twice counts once, as it would be written once. */
export async function countOnly({ graph, clock }: { graph: Graph; clock: Clock }, queues: Queues): Promise<Counts> {
  const counts = new Counts();
  countRepeats(counts, queues);
  for (const drafts of inBatches(queues.records))
    countRecords(counts, drafts, await graph.read(WORK, (tx) => compare(tx, drafts, clock.now())));
  const seen = new Fingerprints();
  for (const queue of [queues.dated, queues.undated])
    for (const flows of inBatches(queue)) {
      const held = await graph.read(WORK, (tx) => heldAssertions(tx, flows));
      for (const flow of flows) counts.add('flow', wouldBe(flow, held, seen, clock.now()), 1);
    }
  return counts;
}

/** What one flow would come to; an undated one also meets what the bundle itself says is known now. */
function wouldBe(flow: SaidFlow, held: Parameters<typeof flowChanges>[1], seen: Fingerprints, now: number) {
  const { count } = flowChanges([flow], held, now);
  const known = flow.retiredAt === undefined ? 'known' : 'retired';
  const met = seen.add(printOf(`${known} ${flow.key}`), printOfDigest(flow.digest), 0, 1);
  if (count.unchanged > 0 || (met?.same && flow.recordedAt === undefined)) return 'unchanged';
  return count.updated > 0 || (met !== null && flow.recordedAt === undefined) ? 'updated' : 'created';
}
