import { recordDeed } from '../../src/audit/audit.service.ts';
import { sealKey } from '../../src/audit/seal-key.ts';
import { startSealer } from '../../src/audit/sealer.service.ts';
import { connect, type GraphAddress } from '../../src/graph/graph.service.ts';
import { deed } from './deeds.ts';

/** A server that does deed after deed and seals them, until it is killed: prints the id of each deed that was done. */
const [address = '', home = ''] = process.argv.slice(2);
const graph = connect(JSON.parse(address) as GraphAddress);
startSealer({ graph, home, key: await sealKey(home, undefined) }, (error) => console.error(error));
for (let i = 0; ; i++) {
  const one = deed({ subject: `Dataset:${i % 5}` });
  await graph.write({ name: 'test', limit: 30_000 }, (tx) => recordDeed(tx, one));
  console.log(one.id);
}
