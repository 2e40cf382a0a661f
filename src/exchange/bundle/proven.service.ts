import { firstFalseAccount } from '../../access/account.service.ts';
import { firstFalseJudgement } from '../../compliance/judge.service.ts';
import type { Graph, Tx, Work } from '../../graph/graph.service.ts';
import { registryState } from '../../graph/registry.ts';
import { partsOf } from './authors.ts';
import { FALSE_WORDS, LOADING, Tally } from './authorship.ts';
import { Fingerprints, type Print, printOf } from './fingerprints.ts';
import { firstLost } from './lost.ts';
import { readWritten } from './manifest.ts';
import { everythingStanding, faultOf, nameOf, type Stood } from './standing.ts';

const WORK: Work = { name: 'verify: deeds', limit: 3_600_000 };
const ATTEMPTS = 3;

/**
 * Checks that everything that stands is what a deed of the audit log wrote, and that what deeds wrote still stands 登记与审计相符:
 * records, their former contents, flows and retirements, accounts, decisions on findings. Answers the first thing that was
 * altered, removed or inserted past the registry; null when all agrees. Page by page: memory does not grow with the registry,
 * but for a few numbers a load.
 */
export async function verifyDeeds(graph: Graph): Promise<string | null> {
  return graph.read(WORK, async (tx) => {
    for (let attempt = 1; ; attempt++) {
      const before = await registryState(tx);
      const wrong = await firstUnproven(tx);
      const after = await registryState(tx);
      const steady = before.generation === after.generation && before.loading === after.loading;
      if (wrong === null || steady || attempt === ATTEMPTS) return wrong;
    }
  });
}

async function firstUnproven(tx: Tx): Promise<string | null> {
  const tally = new Tally();
  for await (const { stood, deeds } of everythingStanding(tx))
    for (const one of stood) {
      const fault = faultOf(one, deeds);
      if (fault !== null) return `${nameOf(one)}: ${fault}`;
      count(one, tally, (deed) => deeds.get(deed)?.act === LOADING);
    }
  const loss = await firstLost(tx, tally);
  if (loss !== null) return 'wrong' in loss ? loss.wrong : strangerOf(tx, loss.load);
  const account = await firstFalseAccount(tx);
  if (account !== null) return `账号 ${account}: ${FALSE_WORDS.OTHERWISE}`;
  const finding = await firstFalseJudgement(tx);
  return finding === null ? null : `${finding}: ${FALSE_WORDS.OTHERWISE}`;
}

function count(one: Stood, tally: Tally, isLoad: (deed: string) => boolean): void {
  const { deed } = one.standing;
  if (deed === null) tally.unnamed++;
  else if (isLoad(deed)) one.is === 'flow' ? tally.flow(deed) : tally.content(deed);
  if (one.is !== 'flow') return;
  const { endedBy } = one.assertion;
  if (endedBy != null && isLoad(endedBy)) tally.retirement(endedBy);
}

/** What stands by a load's name though the load did not write it; it is known that there is something. */
async function strangerOf(tx: Tx, load: string): Promise<string> {
  const written = new Fingerprints();
  for await (const { lines } of partsOf(tx, load))
    for (const text of lines) {
      const line = readWritten(text);
      if (line !== null) written.add(printOf(JSON.stringify(line.slice(0, 3))), NOTHING, 0, 1);
    }
  for await (const { stood } of everythingStanding(tx))
    for (const one of stood) if (claims(one, load).some((claim) => !written.has(printOf(claim)))) return stranger(one);
  return `装载 ${load}: ${FALSE_WORDS.INSERTED}`;
}

const NOTHING: Print = new Uint32Array(4);

/** Beginnings of the lines that a load must have noted if it wrote this. */
function claims(one: Stood, load: string): string[] {
  const { id, digest, deed } = one.standing;
  if (one.is !== 'flow') return deed === load ? [JSON.stringify(['record', id, digest])] : [];
  const { key, recordedAt, endedBy } = one.assertion;
  return [
    ...(deed === load ? [JSON.stringify(['flow', key, recordedAt])] : []),
    ...(endedBy === load ? [JSON.stringify(['retired', key, recordedAt])] : []),
  ];
}

function stranger(one: Stood): string {
  return `${nameOf(one)}: ${FALSE_WORDS.INSERTED}`;
}
