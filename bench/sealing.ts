import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { recordDeed } from '../src/audit/audit.service.ts';
import { restoreAudit } from '../src/audit/dump.service.ts';
import { headsFile } from '../src/audit/heads-file.ts';
import { contentOf, type Deed, digestOf } from '../src/audit/record.ts';
import { sealKey } from '../src/audit/seal-key.ts';
import { sealAll, startSealer } from '../src/audit/sealer.service.ts';
import { systemClock } from '../src/calendar/clock.ts';
import { connect, type Graph } from '../src/graph/graph.service.ts';
import { openHouse } from '../src/house/house.ts';
import { startLocalGraph, stopLocalGraph } from '../src/launcher/launcher.service.ts';
import { median } from './stand/pairs.ts';
import { report, short } from './stand/report.ts';
import type { Verified } from './stand/verifying.ts';

/**
 * What does sealing cost the deeds beside it, and what does it cost to verify a log of a million records? In a graph of its
 * own that is thrown away after: `node sealing.ts [records to verify] [rounds]`. The log is verified in a process of its own.
 */
const [records = 1_000_000, ROUNDS = 7] = process.argv
  .slice(2)
  .filter((argument) => /^\d+$/.test(argument))
  .map(Number);
const SECONDS = 4;
/** Slots before anything counts: the database becomes faster meanwhile. */
const WARM_UP = 4;
const WRITERS = 8;
const VERIFYING = join(import.meta.dirname, 'stand/verifying.ts');
const run = promisify(execFile);
const home = mkdtempSync(join(tmpdir(), 'shuyuan-sealing-'));

function deed(i: number): Deed {
  return {
    id: randomUUID(),
    at: Date.now(),
    request: `request-${i}`,
    actor: {
      issuer: 'https://issuer.bench',
      subject: `clerk-${i % 50}`,
      account: `Account:${i % 50}`,
      role: 'CLERK',
      organization: `Organization:${i % 20}`,
      jurisdiction: null,
    },
    onBehalfOf: null,
    act: 'dataset:save',
    subjects: [{ id: `Dataset:${i % 100_000}`, before: digestOf(String(i)), after: digestOf(String(i + 1)) }],
    detail: null,
  };
}

/** Deeds a second, by several writers at once. */
async function rate(graph: Graph): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let i = writer; performance.now() < end; i += WRITERS, done++)
        await graph.write({ name: 'bench', limit: 30_000 }, (tx) => recordDeed(tx, deed(i)));
    }),
  );
  return done / SECONDS;
}

/** Lines of a dump's log of so many records. */
async function* lines(from: number, count: number): AsyncGenerator<string> {
  for (let i = from; i < from + count; i++) {
    const one = deed(i);
    const content = contentOf(
      { ...one, subjects: one.subjects.map((subject) => ({ ...subject, id: `${subject.id}-${i}` })) },
      new Map(),
    );
    yield JSON.stringify({ record: 'audit', id: one.id, sealed: i, digest: digestOf(content), content });
  }
}

async function* nothing(): AsyncGenerator<string> {
  yield* [];
}

try {
  const { address } = await startLocalGraph({ ...process.env, SHUYUAN_HOME: home });
  const graph = connect(address);
  try {
    await openHouse(graph, systemClock);
    const sealing = { graph, home, key: await sealKey(home, undefined) };
    for (let i = 0; i < WARM_UP; i++) await rate(graph);
    const alone = async () => {
      await sealAll(sealing);
      return rate(graph);
    };
    const beside = async () => {
      await sealAll(sealing);
      const sealer = startSealer(sealing, (error) => console.error(error));
      const deeds = await rate(graph);
      await sealer.stop();
      return deeds;
    };
    const ratios: number[] = [];
    const rates: [number, number][] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // Each as often first as last, so that whatever grows or shrinks meanwhile meets both alike.
      const order = round % 2 === 0 ? [alone, beside, beside, alone] : [beside, alone, alone, beside];
      const sum = new Map([alone, beside].map((one) => [one, 0]));
      for (const one of order) sum.set(one, sum.get(one)! + (await one()) / 2);
      rates.push([sum.get(alone)!, sum.get(beside)!]);
      ratios.push(sum.get(beside)! / sum.get(alone)!);
    }
    report(
      'Deeds a second without and with a sealer beside them',
      'sealing',
      ['round', 'without', 'with', 'with ÷ without'],
      [
        ...rates.map(([alone, beside], i) => [String(i + 1), short(alone), short(beside), short(beside / alone)]),
        ['median', '', '', short(median(ratios))],
      ],
    );
    await graph.command('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
    await openHouse(graph, systemClock);
    rmSync(headsFile(home), { force: true });
    await restoreAudit(graph, nothing(), lines(0, records - 1));
    await graph.write({ name: 'bench', limit: 30_000 }, (tx) => recordDeed(tx, deed(0)));
    await sealAll(sealing);
    const told = { home, ...address };
    const { stdout } = await run(process.execPath, [VERIFYING, JSON.stringify(told)], { maxBuffer: 1 << 20 });
    const found = JSON.parse(stdout) as Verified;
    report(
      'Verifying an audit log, in a process of its own',
      'sealing',
      ['records', 'seconds', 'records/s', 'most memory MiB', 'before it began MiB', 'wrong'],
      [
        [
          String(found.sealed),
          short(found.seconds),
          short(found.sealed / found.seconds),
          short(found.most / 2 ** 20),
          short(found.before / 2 ** 20),
          found.wrong ?? 'nothing',
        ],
      ],
    );
  } finally {
    await graph.close();
    await stopLocalGraph(home);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
