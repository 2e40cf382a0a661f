import { join, resolve } from 'node:path';
import { Fault } from '../foundation/fault.ts';
import { echo } from '../foundation/text.ts';
import type { GraphAddress } from './graph-address.ts';

/** Variables of the environment, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says about the graph. */
export interface LauncherSettings {
  /** A Neo4j of the user's own 自有数据库; then nothing is ever started. */
  readonly own: GraphAddress | null;
  /** The absolute folder of everything local. */
  readonly home: string;
  /** Where the server's jars are kept, a folder a version; may be shared by several homes. */
  readonly jars: string;
  /** MiB; null: by the size of the machine. */
  readonly heap: number | null;
  readonly pageCache: number | null;
  readonly environment: Environment;
}

const URI = /^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/\s@?]+([/?]|$)/;
const SIZE = /^(\d{1,6})([mg])$/i;
const SMALLEST_HEAP = 256;
const SMALLEST_PAGE_CACHE = 16;

/** Reads the environment; BAD_INPUT names the variable that is not of its form. An empty variable is an absent one. */
export function launcherSettings(environment: Environment): LauncherSettings {
  const home = shuyuanHome(environment);
  return {
    own: ownAddress(environment),
    home,
    jars: environment['SHUYUAN_GRAPH_JARS'] ? resolve(environment['SHUYUAN_GRAPH_JARS']) : join(home, 'jars'),
    heap: size(environment, 'SHUYUAN_GRAPH_HEAP', SMALLEST_HEAP),
    pageCache: size(environment, 'SHUYUAN_GRAPH_PAGECACHE', SMALLEST_PAGE_CACHE),
    environment,
  };
}

/** `SHUYUAN_HOME` as an absolute path; `.shuyuan` of the working folder when it is not set. */
export function shuyuanHome(environment: Environment): string {
  return resolve(environment['SHUYUAN_HOME'] || '.shuyuan');
}

function ownAddress(environment: Environment): GraphAddress | null {
  const uri = environment['NEO4J_URI'];
  if (!uri) return null;
  if (!URI.test(uri)) {
    const shown = echo(uri.replace(/\/\/.*@/, '//…@'));
    throw new Fault(
      'BAD_INPUT',
      `NEO4J_URI 不是 Neo4j 地址：${shown}，应如 bolt://主机:7687 或 neo4j+s://主机。 ` +
        `NEO4J_URI is no Neo4j address: ${shown}; expected bolt://host:7687 or neo4j+s://host.`,
    );
  }
  return {
    uri,
    user: environment['NEO4J_USER'] || 'neo4j',
    password: environment['NEO4J_PASSWORD'] ?? '',
    ...(environment['NEO4J_DATABASE'] ? { database: environment['NEO4J_DATABASE'] } : {}),
  };
}

function size(environment: Environment, name: string, smallest: number): number | null {
  const value = environment[name];
  if (!value) return null;
  const [, count, unit] = SIZE.exec(value) ?? [];
  const mebibytes = Number(count) * (unit?.toLowerCase() === 'g' ? 1024 : 1);
  if (!(mebibytes >= smallest)) {
    throw new Fault(
      'BAD_INPUT',
      `${name} 应为大小，如 512m 或 2g，至少 ${smallest}m，而不是 ${echo(value)}。 ` +
        `${name} must be a size such as 512m or 2g, at least ${smallest}m, not ${echo(value)}.`,
    );
  }
  return mebibytes;
}
