import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alone } from '../../src/launcher/launcher-lock.ts';
import { freshHome } from './homes.ts';
import { killHard } from './launchers.ts';

const HOLDER = `
import { alone } from '${new URL('../../src/launcher/launcher-lock.ts', import.meta.url).href}';
await alone(process.argv[1], () => undefined, async () => {
  console.log('held');
  await new Promise((done) => setTimeout(done, 600_000));
});`;

test('work under one lock is done one after the other', async () => {
  const lock = join(freshHome(), 'lock');
  const waited: string[] = [];
  let inside = 0;
  const work = async () => {
    expect(++inside).toBe(1);
    await new Promise((done) => setTimeout(done, 20));
    inside--;
  };
  await Promise.all([1, 2, 3].map(() => alone(lock, (line) => waited.push(line), work)));
  expect(waited).toHaveLength(2);
});

test('work that fails gives the lock back', async () => {
  const lock = join(freshHome(), 'lock');
  const failing = alone(
    lock,
    () => undefined,
    async () => Promise.reject(new Error('failed')),
  );
  await expect(failing).rejects.toThrow('failed');
  expect(
    await alone(
      lock,
      () => undefined,
      async () => 'done',
    ),
  ).toBe('done');
});

test('the lock of a killed holder is free', async () => {
  const lock = join(freshHome(), 'lock');
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, lock], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const order: string[] = [];
  const waiting = alone(
    lock,
    () => order.push('waits'),
    async () => order.push('works'),
  );
  while (order.length === 0) await new Promise((done) => setTimeout(done, 10));
  await killHard(holder);
  await waiting;
  expect(order).toEqual(['waits', 'works']);
});
