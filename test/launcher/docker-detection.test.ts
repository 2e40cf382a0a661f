import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** From inside a container, Docker's containers are on another address; none of them is local. */
const insideContainer = existsSync('/.dockerenv');

/** In a process of its own: testcontainers looks for the engine once and remembers. */
const ASK = `
const { dockerWay } = await import('${new URL('../../src/launcher/docker-way.ts', import.meta.url).href}');
console.log(await dockerWay.able());`;

test('an engine counts when it answers on this machine', async () => {
  const answers = await run('docker', ['info']).then(
    () => true,
    () => false,
  );
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', ASK]);
  expect(stdout.trim()).toBe(`${answers && !insideContainer}`);
});
