import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { type Arrow, arrowsOf, circles, roomOf, shelfOf, sources } from './sources.ts';

/** Storeys of src and of schema, lowest first: a room may use the rooms below it, none beside or above it (docs/house.md). */
const STOREYS: readonly (readonly string[])[] = [
  ['foundation'],
  ['calendar', 'identity', 'launcher', 'graph'],
  ['audit'],
  ['access'],
  ['record'],
  ['standard', 'clock'],
  ['organization'],
  ['lineage'],
  ['catalog'],
  ['classification'],
  ['aggregation'],
  ['collection'],
  ['sharing'],
  ['operation'],
  ['redevelopment'],
  ['compliance'],
  ['exchange'],
  ['evidence'],
  ['house'],
  ['server'],
  ['cli'],
];

/** Shelves that a shelf may look at, besides itself. */
const SHELVES: Readonly<Record<string, readonly string[]>> = { bin: ['src', 'schema'], schema: ['src'], src: [] };

/** What stands on the shelf `schema` itself: all but the roof is below every room there, over the room `record` of src. */
const ROOF = 'schema/schema.ts';
const GROUND = 'record';

/** Packages that only some rooms may know. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'neo4j-driver': ['graph', 'launcher'],
  '@testcontainers/neo4j': ['launcher'],
  testcontainers: ['launcher'],
  commander: ['cli'],
  'graphql-yoga': ['server'],
  '@escape.tech/graphql-armor-max-aliases': ['server'],
  '@escape.tech/graphql-armor-max-depth': ['server'],
  '@escape.tech/graphql-armor-max-directives': ['server'],
  '@escape.tech/graphql-armor-max-tokens': ['server'],
  '@graphql-yoga/plugin-persisted-operations': ['server'],
  graphql: ['schema', 'server', 'cli'],
  '@pothos/core': ['schema'],
  '@pothos/plugin-relay': ['schema'],
  dataloader: ['schema'],
  jose: ['audit', 'identity'],
};

/** Source files of more than 300 lines, each with its reason. */
const LONG: Readonly<Record<string, string>> = {
  'src/audit/audit.statements.ts': 'generated',
  'src/collection/collection.statements.ts': 'generated',
  'src/compliance/compliance.statements.ts': 'generated',
  'src/exchange/exchange.statements.ts': 'generated',
  'src/lineage/lineage.statements.ts': 'generated',
};

/** Folders of test that are no room, each with what it holds. */
const TEST_FOLDERS: Readonly<Record<string, string>> = {
  stage: 'a real graph and the demo city for every other test',
  statements: 'every statement of every room',
  schema: 'the GraphQL face as a whole',
  kunming: 'what the demo city must answer',
  bench: 'database hits on the small bench city',
};

const files = sources('bin', 'schema', 'src');
const arrows = files.flatMap(arrowsOf);
const inside = arrows.filter((arrow) => !arrow.package);
const storeyOf = (room: string) => STOREYS.findIndex((rooms) => rooms.includes(room));
const told = (list: readonly Arrow[]) => list.map(({ from, to }) => `${from} → ${to}`);

describe('the house', () => {
  it('has every room on a storey', () => {
    const rooms = new Set(sources('schema', 'src').map(roomOf));
    expect([...rooms].filter((room) => room !== null && storeyOf(room) < 0)).toEqual([]);
    expect(STOREYS.flat().filter((room) => !rooms.has(room))).toEqual([]);
  });

  it('has the storeys that docs/house.md shows', () => {
    const shown = /lower storeys only:\n\n```\n([\s\S]*?)\n```/.exec(readFileSync('docs/house.md', 'utf8'))![1]!;
    const storeys = shown.split('\n').map((line) => line.split(/ {2,}/)[0]!.split(' · '));
    expect(storeys.reverse().map((rooms) => rooms.sort())).toEqual(STOREYS.map((rooms) => rooms.toSorted()));
  });

  it('has shelves that look one way: bin → schema → src', () => {
    const wrong = inside.filter(({ from, to }) => {
      const [shelf, other] = [shelfOf(from), shelfOf(to)];
      return shelf !== other && !SHELVES[shelf]!.includes(other);
    });
    expect(told(wrong)).toEqual([]);
  });

  it('has rooms that use lower rooms only, and do not know those beside them', () => {
    const lowEnough = (from: string, to: string) => {
      if (from === ROOF || shelfOf(from) === 'bin') return true;
      const [room, other] = [roomOf(from), roomOf(to)];
      if (other === null) return to !== ROOF;
      if (room === null) return shelfOf(to) === 'src' && storeyOf(other) <= storeyOf(GROUND);
      return room === other || storeyOf(other) < storeyOf(room);
    };
    expect(told(inside.filter(({ from, to }) => !lowEnough(from, to)))).toEqual([]);
  });

  it('has one door a room: nobody outside imports its stores or statements', () => {
    const within = ({ from, to }: Arrow) => shelfOf(from) === 'src' && roomOf(from) === roomOf(to);
    const wrong = inside.filter((arrow) => /\.(store|statements)\.ts$/.test(arrow.to) && !within(arrow));
    expect(told(wrong.filter(({ to }) => to !== 'src/graph/statement.ts'))).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(circles(arrows)).toEqual([]);
  });

  it('has packages where they belong', () => {
    const at = (file: string) => (shelfOf(file) === 'src' ? roomOf(file)! : shelfOf(file));
    expect(told(arrows.filter(({ from, to }) => PACKAGES[to]?.includes(at(from)) === false))).toEqual([]);
  });
});

describe('its files', () => {
  const all = globSync('{bin,bench,cypher,docs,schema,src,test,tools}/**', { exclude: ['**/node_modules/**'] });
  const named = all.map((path) => path.replaceAll('\\', '/'));

  it('are called kebab-case, with a part that says what they are', () => {
    const form =
      /^([a-z0-9]+(-[a-z0-9]+)*(\.(service|store|statements|test|config|zh-CN|expected))*\.[a-z]+(\.gz)?|[a-z0-9-]+)$/;
    const upper = /^(README(\.zh-CN)?|SOURCE|SOURCES|LICENSE|NOTICE)(\.md|\.txt)?$/;
    const ours = named.map((path) => basename(path)).filter((name) => /\.(ts|mjs|cypher|md|graphql)$/.test(name));
    expect(ours.filter((name) => !form.test(name) && !upper.test(name))).toEqual([]);
  });

  it('bear no name that says nothing', () => {
    const empty = /^(utils?|helpers?|common|shared|misc|core|types?|index)$/;
    const parts = (path: string) => path.split('/').map((part) => part.split('.')[0]!);
    expect(
      named.filter((path) => path !== 'test/schema/core.graphql' && parts(path).some((part) => empty.test(part))),
    ).toEqual([]);
  });

  it('declare nothing that is called Manager, Impl, Base, Helper, Data or Info', () => {
    const declared = /\b(?:class|interface|type) (\w*(?:Manager|Impl|Base|Helper|Data|Info))\b/g;
    const found = sources('bin', 'schema', 'src', 'tools', 'test').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(declared)].map(([, name]) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('have at most 300 lines, unless there is a reason', () => {
    const long = sources('bin', 'schema', 'src', 'tools').filter(
      (file) => readFileSync(file, 'utf8').split('\n').length > 301,
    );
    expect(long.filter((file) => LONG[file] === undefined)).toEqual([]);
    expect(Object.keys(LONG).filter((file) => !long.includes(file))).toEqual([]);
  });

  it('say at each door what it opens', () => {
    const bare = sources('src')
      .filter((file) => file.endsWith('.service.ts'))
      .flatMap((file) => {
        const lines = readFileSync(file, 'utf8').split('\n');
        return lines
          .map((line, i) => ({ line, before: lines[i - 1] ?? '' }))
          .filter(({ line }) => /^export (async )?(class|function\*?) [A-Za-z]/.test(line))
          .filter(({ before }) => !before.endsWith('*/'))
          .map(({ line }) => `${file}: ${line}`);
      });
    expect(bare).toEqual([]);
  });

  it('have tests in the room that they test', () => {
    const folders = new Set(sources('test').flatMap((file) => roomOf(file) ?? []));
    const rooms = new Set(STOREYS.flat());
    expect([...folders].filter((folder) => !rooms.has(folder) && TEST_FOLDERS[folder] === undefined)).toEqual([]);
  });

  it('speak of the registry, never of how or where it was made', () => {
    const text = [...named, ...globSync(['*.md', 'seed/**/*.md', '.ci/*', '*.json', '*.ts'])].filter((path) =>
      /\.(ts|mjs|md|cypher|graphql|html)$|\.ci\/run$|^package\.json$/.test(path),
    );
    const telling =
      /\/work\/|\/root\/|\bshared\/(spec|contract|data|tools|hooks)\b|\b(TODO|FIXME|XXX)\b|\bpart \d of \d\b|\b(this|the) (brief|session)\b|\bsub-?agents?\b|\blanguage models?\b|\bAI-generated\b|\bclaude\b|\bchatgpt\b/i;
    const found = text
      .filter((path) => path !== 'test/house/house.test.ts')
      .flatMap((path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .flatMap((line, i) => (telling.test(line) ? [`${path}:${i + 1} ${line.trim().slice(0, 100)}`] : [])),
      );
    expect(found).toEqual([]);
  });
});
