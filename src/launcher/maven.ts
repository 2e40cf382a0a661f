import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { echo } from '../foundation/text.ts';
import { existingPrograms, programsOnPath } from './program.ts';
import type { Environment } from './settings.ts';
import { noLocalGraph, unavailable } from './unavailable.ts';

const GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
const KEPT_LINES = 400;

/** What Maven is asked for: the server and everything it needs. */
export function pomText(version: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>shuyuan</groupId><artifactId>graph</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${version}</version></dependency>
  </dependencies>
</project>
`;
}

/** The Maven of this machine: on PATH, in MAVEN_HOME, or the wrapper of the working folder. Throws when there is none. */
export async function findMaven(environment: Environment): Promise<string> {
  const home = environment['MAVEN_HOME'] ?? environment['M2_HOME'];
  const [maven] = [
    ...(await programsOnPath('mvn', environment)),
    ...(await existingPrograms([...(home ? [join(home, 'bin', 'mvn')] : []), resolve('mvnw')])),
  ];
  if (maven !== undefined) return maven;
  throw noLocalGraph(
    '没有找到 Maven：首次启动需要用它取得 Neo4j。请安装 Maven（mvn），或在当前文件夹放置 Maven Wrapper（./mvnw）。',
    'No Maven: the first start needs it to fetch Neo4j. Install Maven (mvn), or put a Maven Wrapper (./mvnw) in this folder.',
  );
}

/** Copies all jars that a pom asks for into a folder; calls `onJar` for each that comes over the network. */
export async function copyJars(
  maven: string,
  pom: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
  onJar: () => void,
): Promise<void> {
  const output: string[] = [];
  const process = spawn(
    maven,
    ['-B', '-Dstyle.color=never', '-f', pom, GOAL, `-DoutputDirectory=${folder}`, '-DincludeScope=runtime'],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  for (const stream of [process.stdout, process.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      output.push(line);
      if (output.length > KEPT_LINES) output.shift();
      if (/Downloaded from .*\.jar\b/.test(line)) onJar();
    });
  }
  const code = await new Promise<number | null>((done, failed) => {
    process.once('error', failed);
    process.once('close', done);
  });
  if (code !== 0) throw mavenFault(output.join('\n'));
}

/** Why Maven failed, from what it printed. */
export function mavenFault(output: string) {
  if (/no space left on device/i.test(output)) {
    return unavailable(
      '磁盘已满，Neo4j 没有取完。请腾出空间后重试。',
      'The disk is full before all of Neo4j was fetched. Free some space and try again.',
    );
  }
  const reason = /^\[ERROR\] (.+)$/m.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';
  if (
    /could not transfer|unknown host|connection refused|timed out|could not be resolved|blocked mirror/i.test(reason)
  ) {
    const registry = /(https?:\/\/[^\s/)]+)/.exec(reason)?.[1] ?? 'https://repo.maven.apache.org';
    return noLocalGraph(
      `无法从 Maven 仓库 ${registry} 取得 Neo4j。请检查网络，或在 ~/.m2/settings.xml 中配置可用的镜像后重试。`,
      `Cannot fetch Neo4j from the Maven registry ${registry}. Check the network, or name a mirror in ~/.m2/settings.xml, and try again.`,
    );
  }
  return noLocalGraph(`Maven 没有取得 Neo4j：${echo(reason)}。`, `Maven could not fetch Neo4j: ${echo(reason)}.`);
}
