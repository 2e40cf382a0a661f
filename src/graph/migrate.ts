import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from '../foundation/fault.ts';
import { digest } from '../foundation/json.ts';
import type { Graph } from './graph.service.ts';
import { countStrangers, readMigrations, recordMigration } from './graph.statements.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly commands: readonly string[];
}

const WORK = { name: 'migrate', limit: 60_000 };
const FOLDER = join(import.meta.dirname, '../../cypher/migrations');

/**
 * Brings a graph to the shape this program needs. Refuses a graph that holds somebody else's data, one that a newer
 * program migrated, and one whose applied migrations differ from this program's.
 */
export async function migrate(graph: Graph): Promise<{ applied: readonly string[] }> {
  const { strangers, ours } = await graph.read(WORK, (tx) => tx.run(countStrangers, {}));
  if (strangers && !ours) throw new Fault('UNAVAILABLE', NOT_OURS);
  const done = new Map(
    (await graph.read(WORK, (tx) => tx.run(readMigrations, {}))).map(({ number, checksum }) => [number, checksum]),
  );
  const migrations = readFolder();
  for (const { number, name, checksum } of migrations) {
    const known = done.get(number);
    if (known !== undefined && known !== checksum) throw new Fault('UNAVAILABLE', differs(name));
  }
  if (Math.max(0, ...done.keys()) > migrations.at(-1)!.number) throw new Fault('UNAVAILABLE', NEWER);
  const open = migrations.filter(({ number }) => !done.has(number));
  for (const migration of open) {
    for (const command of migration.commands) await graph.command(command);
    const { number, name, checksum } = migration;
    await graph.write(WORK, (tx) => tx.run(recordMigration, { number, name, checksum }));
  }
  if (open.length > 0) await graph.command('CALL db.awaitIndexes(300)');
  return { applied: open.map(({ name }) => name) };
}

function readFolder(): Migration[] {
  return globSync('*.cypher', { cwd: FOLDER })
    .sort()
    .map((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      const commands = text
        .split(/;\s*$/m)
        .map((command) => command.trim())
        .filter((command) => command !== '');
      return { number: Number(file.slice(0, 4)), name: basename(file, '.cypher'), checksum: digest(text), commands };
    });
}

const NOT_OURS =
  '该图数据库中已有其他数据，拒绝使用。This graph holds data that is not ours; give an empty one, or one that this registry made.';
const NEWER = '该图数据库由更新版本的程序建立。This graph was migrated by a newer version of the program.';
const differs = (name: string) =>
  `数据库迁移 ${name} 与本程序不一致。Migration ${name} was applied in another form than this program's.`;
