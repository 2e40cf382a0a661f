import { clockFrom } from '../../src/calendar/clock.ts';
import { evaluate } from '../../src/compliance/evaluation.service.ts';
import { connect } from '../../src/graph/graph.service.ts';

/**
 * A process that evaluates in small parts until it has written so many, says so, and waits to be killed: after the last part, or in
 * the middle of it, with the transaction open. `node dying-run.ts <address> <today> <parts> AFTER|WITHIN`
 */
const [address = '', today = '', parts = '', where = ''] = process.argv.slice(2);
const graph = connect(JSON.parse(address) as Parameters<typeof connect>[0]);
let begun = 0;
const halt = async () => {
  process.stdout.write('HALTED\n');
  await new Promise((resolve) => setTimeout(resolve, 120_000));
};
const halting: typeof graph = {
  ...graph,
  write: async (work, body) => {
    const last = ++begun === Number(parts);
    const done = await graph.write(work, async (tx) => {
      const result = await body(tx);
      if (last && where === 'WITHIN') await halt();
      return result;
    });
    if (last) await halt();
    return done;
  },
};
await evaluate({ graph: halting, clock: clockFrom(today)! }, 7);
await graph.close();
