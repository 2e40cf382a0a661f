import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { kindOfWord } from '../../src/exchange/bundle/kinds.ts';
import { itemId } from '../../src/foundation/id.ts';
import { foldKey } from '../../src/foundation/key.ts';
import { type Flow, type SaidFlow, saidOf } from '../../src/lineage/flow.ts';
import { type Entry, entryOf } from '../../src/record/entry.ts';
import type { Content } from '../../src/record/kind.ts';
import { city } from './city.ts';
import type { Line } from './records.ts';

/**
 * Puts a city into an empty, stopped Neo4j with Neo4j's offline importer, in the shape that `shuyuan load` writes: for
 * questions on a large city where a load would take hours. It tells nothing about loading; load-rate.ts does. The entries
 * come from the product's own `entryOf` and `saidOf`; compare with a loaded city by `dump` before trusting it.
 */
export function importCity(
  assets: number,
  { jars, home, scratch, tied }: { jars: string; home: string; scratch: string; tied: boolean },
) {
  const { nodes, relationships } = writeTables(assets, scratch, tied);
  const java = [
    ['-Xmx2g', '-cp', `${jars}/*`, 'org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j'],
    ['--overwrite-destination', '--id-type=string', '--array-delimiter=|', '--high-parallel-io=off'],
    nodes.map((file) => `--nodes=${file}`),
    relationships.map((file) => `--relationships=${file}`),
  ].flat();
  const environment = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  const { status } = spawnSync('java', java, { stdio: 'inherit', env: environment });
  rmSync(scratch, { recursive: true, force: true });
  if (status !== 0) throw new Error(`the importer ended with ${status}`);
}

const LOAD = 'offline-import';
const FLOW_COLUMNS = ['key', 'digest', 'kind', 'transform', 'assertedBy', 'items', 'load'];
const FLOW_MOMENTS = ['validFrom', 'validTo', 'recordedAt'];

function writeTables(assets: number, folder: string, tied: boolean) {
  mkdirSync(folder, { recursive: true });
  const now = Date.now();
  const tables = new Map<string, Table>();
  const table = (name: string, columns: readonly string[], row: readonly unknown[]) => {
    let open = tables.get(name);
    if (open === undefined) {
      open = new Table(join(folder, `${name}.csv`), columns);
      tables.set(name, open);
    }
    open.add(row);
  };
  const node = ({ id, labels, properties }: Pick<Entry, 'id' | 'labels' | 'properties'>) => {
    const names = Object.keys(properties);
    const columns = [':ID', ':LABEL', ...names.map((name) => typed(name, properties[name]))];
    const known = tables.get(`nodes-${labels[0]}`)?.names ?? names;
    table(`nodes-${labels[0]}`, columns, [id, labels, ...known.map((name) => properties[name])]);
  };
  const edge = (name: string, columns: readonly string[], row: readonly unknown[]) =>
    table(`edges-${name}`, [':START_ID', ':END_ID', ':TYPE', ...columns], row);
  const record = ({ record: word, ...content }: Line) => {
    const entry = entryOf(kindOfWord(word as string)!, content as Content);
    const properties = { ...entry.properties, load: LOAD, recordedAt: now };
    node({ id: entry.id, labels: [...entry.labels, 'Record'], properties });
    for (const { from, to, type, at } of entry.edges) edge('records', ['at:long'], [from, to, type, at]);
    for (const [at, { name, element }] of (entry.asset?.items ?? []).entries()) {
      const id = itemId(entry.id, name);
      const item = { id, load: LOAD, asset: entry.id, name, foldedName: foldKey(name), at, current: true };
      node({ id, labels: ['Item'], properties: item });
      edge('items', [], [id, entry.id, 'ITEM_OF']);
      if (element !== undefined) edge('items', [], [id, `Element:${element}`, 'REALISES']);
    }
  };
  const flow = ({ record: _word, ...said }: Line) => {
    const assertion = saidOf(said as unknown as Flow);
    const columns = [...FLOW_COLUMNS, ...FLOW_MOMENTS.map((name) => `${name}:long`)];
    const era = (assertion.validTo ?? Infinity) <= now ? 'FLOWED_TO' : 'FLOWS_TO';
    const values = ({ ...properties }: Partial<SaidFlow>) =>
      [...FLOW_COLUMNS, ...FLOW_MOMENTS].map((name) =>
        name === 'load' ? LOAD : (properties as Record<string, unknown>)[name],
      );
    edge('flows', columns, [assertion.from, assertion.to, era, ...values(assertion)]);
    const { items, digest: _digest, ...mapped } = assertion;
    for (const [from, to] of items === undefined ? [] : (JSON.parse(items) as [string, string][]))
      edge('flows', columns, [itemId(assertion.from, from), itemId(assertion.to, to), era, ...values(mapped)]);
  };
  for (const [file, lines] of Object.entries(city(assets, tied).files()))
    for (const line of lines) file.startsWith('flows') ? flow(line) : record(line);
  const registry = { name: 'shuyuan', generation: 1, recordedUpTo: now, sweptAt: now };
  node({ id: '', labels: ['Registry'], properties: registry });
  for (const open of tables.values()) open.close();
  const files = (prefix: string) => [...tables].filter(([name]) => name.startsWith(prefix)).map(([, { file }]) => file);
  return { nodes: files('nodes-'), relationships: files('edges-') };
}

/** Columns of fractions. */
const FRACTIONS: readonly string[] = ['ratio'];

/** The importer's name for a column, by the value in its first row: null is a number, undefined a list. */
function typed(name: string, value: unknown): string {
  if (FRACTIONS.includes(name)) return `${name}:double`;
  if (Array.isArray(value) || value === undefined) return `${name}:string[]`;
  if (typeof value === 'boolean') return `${name}:boolean`;
  return typeof value === 'number' || value === null ? `${name}:long` : name;
}

/** One CSV file, written in large pieces. */
class Table {
  readonly file: string;
  /** Names of the columns after `:ID` and `:LABEL`, without their types. */
  readonly names: readonly string[];
  readonly #descriptor: number;
  #lines: string[];

  constructor(file: string, columns: readonly string[]) {
    this.file = file;
    this.names = columns.slice(2).map((column) => column.split(':')[0]!);
    this.#descriptor = openSync(file, 'w');
    this.#lines = [columns.join(',')];
  }

  add(values: readonly unknown[]): void {
    this.#lines.push(values.map(cell).join(','));
    if (this.#lines.length >= 5_000) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    if (this.#lines.length > 0) writeSync(this.#descriptor, `${this.#lines.join('\n')}\n`);
    this.#lines = [];
  }
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = Array.isArray(value) ? value.join('|') : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}

if (import.meta.main) {
  const [assets, jars, home] = process.argv.slice(2);
  if (assets === undefined || jars === undefined || home === undefined) {
    console.error(
      'node bench/city/offline-import.ts 10000|100000|1000000 JARS HOME/graph [--controls]   (Neo4j stopped)',
    );
    process.exitCode = 64;
  } else
    importCity(Number(assets), {
      jars,
      home,
      scratch: join(home, 'import'),
      tied: process.argv.includes('--controls'),
    });
}
