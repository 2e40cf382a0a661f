import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';

/** One line of a bundle, before it is written. */
export type BundleLine = Readonly<Record<string, unknown>>;

/** A jurisdiction 昆明. */
export const city = (more: BundleLine = {}) => ({
  record: 'jurisdiction',
  key: 'CITY',
  name: '示例市',
  kind: 'CITY',
  ...more,
});

/** An agency. */
export const agency = (key = 'AGENCY', more: BundleLine = {}) => ({
  record: 'organization',
  key,
  name: `示例局 ${key}`,
  kind: 'AGENCY',
  ...more,
});

/** A dataset of an agency, with items by name. */
export const dataset = (key: string, items: readonly string[] = [], more: BundleLine = {}) => ({
  record: 'dataset',
  key,
  title: `示例数据 ${key}`,
  provider: 'AGENCY',
  ...(items.length === 0 ? {} : { items: items.map((name) => ({ name })) }),
  ...more,
});

/** A standard element. */
export const element = (key: string, more: BundleLine = {}) => ({ record: 'element', key, name: `元素 ${key}`, ...more });

/** A database of an agency in the city. */
export const database = (key: string, more: BundleLine = {}) => ({
  record: 'database',
  key,
  name: `示例库 ${key}`,
  kind: 'BASIC',
  domain: '法人',
  lead: 'AGENCY',
  jurisdiction: 'CITY',
  ...more,
});

/** A flow between two assets, in force since 2024. */
export const flow = (from: string, to: string, more: BundleLine = {}) => ({
  record: 'flow',
  from,
  to,
  kind: 'DERIVED',
  assertedBy: 'AGENCY',
  validFrom: '2024-01-01',
  ...more,
});

/** The smallest world that the lines of a test can stand in: a city, an agency, two datasets with items, a database. */
export const world: readonly BundleLine[] = [
  city(),
  agency(),
  element('E1'),
  dataset('A', ['名称', '地址']),
  dataset('B', ['名称']),
  database('DB'),
];

/** What a file holds: lines, or bytes as they are. */
export type FileContent = readonly BundleLine[] | string | Uint8Array;

/** Writes bundles into folders of their own, which go at the end of the test file. */
export function bundles() {
  const root = mkdtempSync(join(tmpdir(), 'shuyuan-bundle-'));
  let count = 0;
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return {
    root,
    /** A folder of files by name; lines in a `.gz` are packed. */
    folder(files: Readonly<Record<string, FileContent>>): string {
      const folder = join(root, String(++count));
      for (const [name, content] of Object.entries(files)) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, bytesOf(name, content));
      }
      return folder;
    },
    /** A folder with one file of these lines. */
    of(...lines: readonly BundleLine[]): string {
      return this.folder({ 'lines.jsonl': lines });
    },
    /** The path of a folder that does not exist yet. */
    fresh(): string {
      return join(root, String(++count));
    },
  };
}

function bytesOf(name: string, content: FileContent): string | Uint8Array {
  if (typeof content === 'string' || content instanceof Uint8Array) return content;
  const text = content.map((line) => `${JSON.stringify(line)}\n`).join('');
  return name.endsWith('.gz') ? gzipSync(text) : text;
}
