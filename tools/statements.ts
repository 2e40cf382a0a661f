import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Field, type Header, parseStatement } from './header.ts';

/** A generated file: its path and whole content. */
export interface Generated {
  readonly path: string;
  readonly content: string;
}

/** A statement file with its header, for the generator and for the tests of every statement. */
export interface StatementFile {
  readonly room: string;
  readonly name: string;
  readonly header: Header;
  readonly body: string;
}

/** Every statement of the product, in order of room and name. */
export function statementFiles(): StatementFile[] {
  return globSync('cypher/*/*.cypher')
    .filter((path) => !path.startsWith('cypher/migrations/'))
    .sort()
    .map((path) => {
      const { header, body } = parseStatement(path, readFileSync(path, 'utf8'));
      return { room: basename(dirname(path)), name: basename(path, '.cypher'), header, body };
    });
}

/** The typed twins `src/<room>/<room>.statements.ts` of `cypher/<room>/*.cypher`. */
export function generateStatements(): Generated[] {
  const rooms = Map.groupBy(statementFiles(), (file) => file.room);
  return [...rooms].map(([room, files]) => ({ path: `src/${room}/${room}.statements.ts`, content: twin(room, files) }));
}

function twin(room: string, files: readonly StatementFile[]): string {
  const head = [
    `// Generated from cypher/${room} by npm run generate. Do not edit.`,
    '',
    "import { statement } from '../graph/statement.ts';",
  ];
  return `${[...head, ...files.map(twinOf)].join('\n')}\n`.replaceAll(
    "'../graph/statement.ts'",
    room === 'graph' ? "'./statement.ts'" : "'../graph/statement.ts'",
  );
}

function twinOf({ room, name, header, body }: StatementFile): string {
  const type = pascal(name);
  const constant = type[0]!.toLowerCase() + type.slice(1);
  const inline =
    header.inline.length === 0 ? '' : `, inline: ${JSON.stringify(header.inline.map((word) => word.name))}`;
  const params = [...header.params.map(parameter), ...header.inline.map(inlineMember)];
  return [
    '',
    `/** What ${room}/${name} is given. */`,
    `export type ${type}Params = ${braces(params)};`,
    `/** A row of ${room}/${name}. */`,
    `export type ${type}Row = ${braces(header.row.map(member))};`,
    `/** ${header.title} */`,
    `export const ${constant} = statement<${type}Params, ${type}Row, '${header.rows}'>(`,
    `  '${room}/${name}',`,
    `  { mode: '${header.mode}', rows: '${header.rows}', params: ${types(header.params)}, row: ${types(header.row)}${inline} },`,
    `  ${JSON.stringify(body)},`,
    ');',
  ].join('\n');
}

const braces = (members: readonly string[]) =>
  members.length === 0 ? 'Record<never, never>' : `{\n${members.map((line) => `  ${line}`).join('\n')}\n}`;
const types = (fields: readonly Field[]) =>
  fields.length === 0 ? '{}' : `{ ${fields.map(({ name, type }) => `${name}: '${type}'`).join(', ')} }`;

function member({ name, type, comment }: Field): string {
  return `${comment === '' ? '' : `/** ${comment} */ `}readonly ${name}: ${typescript(type)};`;
}

/** Maps that are sent may be any plain object. */
function parameter(field: Field): string {
  return member(field).replaceAll(SCALARS['Map']!, 'object');
}

/** `Natural` is a bound of a walk (null: none), `Text` a name; anything else the words it may be, separated by commas. */
function inlineMember({ name, words }: { name: string; words: string }): string {
  const type =
    words === 'Natural'
      ? 'number | null'
      : words === 'Text'
        ? 'string'
        : words
            .split(',')
            .map((word) => `'${word}'`)
            .join(' | ');
  return `readonly ${name}: ${type};`;
}

const SCALARS: Readonly<Record<string, string>> = {
  String: 'string',
  Integer: 'number',
  Float: 'number',
  Boolean: 'boolean',
  Map: 'Readonly<Record<string, unknown>>',
  Any: 'unknown',
};

function typescript(type: string): string {
  if (!type.endsWith('!')) return `${typescript(`${type}!`)} | null`;
  const bare = type.slice(0, -1);
  if (!bare.startsWith('[')) return SCALARS[bare] ?? fail(type);
  const inner = typescript(bare.slice(1, -1));
  return `readonly ${inner.includes(' ') ? `(${inner})` : inner}[]`;
}

function fail(type: string): never {
  throw new Error(`unknown type ${type} in a statement header`);
}

function pascal(name: string): string {
  return name
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
}
