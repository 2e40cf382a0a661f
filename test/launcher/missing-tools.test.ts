import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findJava } from '../../src/launcher/java-search.ts';
import { startLocalGraph } from '../../src/launcher/launcher.service.ts';
import { environmentOf, freshHome } from './homes.ts';

test('without Java the message says which one to install, and which were found', async () => {
  const bin = await mkdtemp(join(freshHome(), 'bin-'));
  await expect(findJava({ PATH: bin }, [])).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/Java.*17 至 25.*NEO4J_URI/),
  });
  const old = join(bin, 'java');
  await writeFile(old, '#!/bin/sh\necho \'openjdk version "11.0.2"\' >&2\n', { mode: 0o755 });
  await expect(findJava({ PATH: bin }, [])).rejects.toThrow(`11 (${old})`);
});

test('Java is found in JAVA_HOME, on PATH and in the usual folders', async () => {
  const { program, major } = await findJava(process.env);
  expect(major).toBeGreaterThanOrEqual(17);
  const home = join(program, '../..');
  expect(await findJava({ JAVA_HOME: home, PATH: '' }, [])).toEqual({ program, major });
  expect(await findJava({ PATH: join(home, 'bin') }, [])).toEqual({ program, major });
  expect(await findJava({ PATH: '' }, [join(home, '..')])).toMatchObject({ major: expect.any(Number) });
});

test('without Maven, and without the server fetched before, the message says what to install', async () => {
  const { home, environment } = await javaAlone();
  await expect(startLocalGraph(environment, { ways: ['JAVA'] })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/Maven.*mvnw.*NEO4J_URI/),
  });
  expect(home).toBeTruthy();
});

test('a registry that cannot be reached is named, with where to set a mirror', async () => {
  const { home, environment } = await javaAlone();
  const settings =
    '<settings><mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:1</url></mirror></mirrors></settings>';
  await mkdir(join(home, '.m2'));
  await writeFile(join(home, '.m2/settings.xml'), settings);
  const offline = { ...environment, PATH: process.env['PATH'], MAVEN_OPTS: `-Duser.home=${home}` };
  await expect(startLocalGraph(offline, { ways: ['JAVA'] })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/http:\/\/127\.0\.0\.1:1.*settings\.xml/),
  });
});

test('a home that is a file cannot hold a graph', async () => {
  const file = join(freshHome(), 'file');
  await writeFile(file, '');
  await expect(startLocalGraph(environmentOf(file), { ways: ['JAVA'] })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining('SHUYUAN_HOME'),
  });
  expect(await readFile(file, 'utf8')).toBe('');
});

/** An environment with Java but no Maven on its PATH, and no jars fetched. */
async function javaAlone() {
  const home = await mkdtemp(join(tmpdir(), 'shuyuan-'));
  const bin = join(home, 'bin');
  await mkdir(bin);
  const { program } = await findJava(process.env);
  await symlink(program, join(bin, 'java'));
  const environment = { ...environmentOf(join(home, 'home')), PATH: bin, SHUYUAN_GRAPH_JARS: join(home, 'jars') };
  return { home, environment };
}
