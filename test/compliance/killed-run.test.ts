import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { isEvaluated } from '#src/compliance/evaluation.service.ts';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import { answer, ask } from '../schema/asking.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';
import * as scene from './scene.ts';

const TODAY = '2026-11-23';
const house = await stage(TODAY);
const MANY = 40;

/** Runs all rules in a process of its own and kills it by signal 9 in the middle. */
async function killedRun(parts: number, where: 'AFTER' | 'WITHIN'): Promise<void> {
  const file = join(import.meta.dirname, 'dying-run.ts');
  const child = spawn(process.execPath, [file, JSON.stringify(inject('graph')), TODAY, String(parts), where], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const halted = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  await Promise.race([halted, ended]);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

/** All that findings say but when they were seen: the runs are made at different moments. */
const told = () =>
  query(
    'MATCH (f:Finding) RETURN f.id AS id, f.digest AS digest, f.state AS state, f.rank AS rank, f.evidence AS evidence, f.owner AS owner, f.place AS place, f.message AS message, f.firstSeenAt = f.seenSince AS atOnce ORDER BY id',
  );
const levels = () => query('MATCH (a:Asset) RETURN a.id AS id, a.computedLevel AS level ORDER BY id');
const counts = () => query('MATCH (r:Rule) RETURN properties(r) AS rule ORDER BY r.code');
const all = async () => ({ findings: await told(), levels: await levels(), counts: await counts() });
let whole: Awaited<ReturnType<typeof all>>;

beforeAll(async () => {
  const many = Array.from({ length: MANY }, (_, i) =>
    scene.dataset(`X${i}`, { cycle: 'DAILY', updatedOn: '2026-10-01' }),
  );
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'some.jsonl');
  writeFileSync(file, [...scene.PEOPLE, ...many].map((line) => JSON.stringify(line)).join('\n'));
  expect(await loadBundle(house, [file])).toMatchObject({ refused: 0, written: true, findingsPending: false });
  whole = await all();
  expect(whole.findings.length).toBeGreaterThan(MANY);
});

describe('a run whose process is killed', () => {
  it.each([
    [1, 'WITHIN'],
    [2, 'AFTER'],
    [3, 'WITHIN'],
    [5, 'AFTER'],
    [8, 'WITHIN'],
  ] as const)(
    'in part %d, %s it, leaves neither half a run nor a lost finding',
    { timeout: 60_000 },
    async (parts, where) => {
      await query('MATCH (f:Finding) DETACH DELETE f');
      await query('MATCH (a:Asset) SET a.computedLevel = null');
      await query('MATCH (e:Evaluation) SET e.generation = -1');
      await killedRun(parts, where);
      if (parts > 1) {
        const { errors } = await ask(house, '{ findings { totalCount } }');
        expect(errors?.[0]?.originalError).toMatchObject({ code: 'UNAVAILABLE' });
      }
      expect(await answer(house, '{ evaluation { current } }')).toEqual({ evaluation: { current: false } });
      expect(await isEvaluated(house)).toBe(true);
      expect(await all()).toEqual(whole);
      expect(await answer(house, '{ evaluation { current } }')).toEqual({ evaluation: { current: true } });
    },
  );
});
