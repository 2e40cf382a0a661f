import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Registry, timeless } from '../../bench/interruption.ts';
import { writeTown } from '../../bench/town.ts';

const LINES = 30_000;
const root = mkdtempSync(join(tmpdir(), 'shuyuan-interrupted-'));
const registry = new Registry(join(root, 'home'), {
  SHUYUAN_GRAPH_JARS: join(homedir(), '.cache', 'shuyuan'),
  ...process.env,
  NEO4J_URI: '',
  SHUYUAN_GRAPH_HEAP: '1g',
  SHUYUAN_TODAY: '',
});
let before = '';
let took = 0;

beforeAll(async () => {
  writeTown(join(root, 'first'), { lines: LINES });
  writeTown(join(root, 'second'), { lines: LINES, edition: 2 });
  expect(await registry.run('graph', 'start')).toMatchObject({ exit: 0 });
  const began = performance.now();
  expect(await registry.run('load', join(root, 'first'))).toMatchObject({ exit: 0 });
  took = performance.now() - began;
  before = await registry.dump(join(root, 'before'));
}, 600_000);

it('a load is sealed when it ends, though no server is up', () => {
  expect(before).toMatch(/"record":"audit".*"sealed":0,/);
  expect(before).toMatch(/^\{"size":1,"head":/m);
});

afterAll(async () => {
  await registry.run('graph', 'reset');
  rmSync(root, { recursive: true, force: true });
}, 120_000);

it.each([
  ['LOADER', 0.5],
  ['DATABASE', 0.7],
] as const)(
  'a load that replaces a third, its %s killed at %d of its time, is taken back whole or stands whole',
  { timeout: 600_000 },
  async (killed, part) => {
    await registry.loadAndKill(join(root, 'second'), killed, took * part);
    const { state, wrong } = await registry.verify();
    expect(wrong).toBeNull();
    const now = await registry.dump(join(root, `${killed}${part}`));
    if (state === 'UNDONE' || now === before) expect(now).toBe(before);
    else {
      expect(state).toBe('DONE');
      expect(await registry.run('load', join(root, 'second'))).toMatchObject({
        out: expect.stringContaining('created 0'),
      });
      expect(timeless(now)).not.toBe(timeless(before));
      // The load that changed nothing brought findings up to date.
      before = await registry.dump(join(root, `${killed}${part}-current`));
    }
  },
);
