import { headsFile } from '../../src/audit/heads-file.ts';
import { trustedKeys } from '../../src/audit/seal-key.ts';
import { verifyAudit } from '../../src/audit/verify.service.ts';
import { connect, type GraphAddress } from '../../src/graph/graph.service.ts';

/** What verifying a log took in a process that does nothing else. Memory in bytes. */
export interface Verified {
  readonly sealed: number;
  readonly seconds: number;
  readonly most: number;
  readonly before: number;
  readonly wrong: string | null;
}

const { home, ...address } = JSON.parse(process.argv[2]!) as GraphAddress & { readonly home: string };
const graph = connect(address);
try {
  const against = { keys: await trustedKeys(home), headsFile: headsFile(home), keptHeads: null };
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const { sealed, wrong } = await verifyAudit(graph, against);
  const seconds = (performance.now() - begun) / 1000;
  const most = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ sealed, seconds, most, before, wrong: wrong?.message ?? null } satisfies Verified));
} finally {
  await graph.close();
}
