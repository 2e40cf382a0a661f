import neo4j, { type Record as Row } from 'neo4j-driver';

/** How many rows a statement gives: exactly one, at most one, any number, or none worth reading. */
export type Cardinality = 'one' | 'maybe' | 'many' | 'none';

/** A type word of a statement header: `String!`, `Integer`, `[String!]!`, `Map!` … (GraphQL's way to write them). */
export type TypeWord = string;

/** One named, typed statement: the committed twin of a file in `cypher/`. */
export interface Statement<Params, Result, Rows extends Cardinality> {
  /** `<room>/<file>`; also the first comment of the text, so that the database's own log names it. */
  readonly name: string;
  readonly mode: 'read' | 'write';
  readonly rows: Rows;
  readonly params: Readonly<Record<string, TypeWord>>;
  readonly row: Readonly<Record<string, TypeWord>>;
  /** The text for these values of the inline words (a depth bound, a label: what Cypher takes no parameter for). */
  readonly text: (inline: Readonly<Record<string, string>>) => string;
  readonly inline: readonly string[];
  /** Types only; never set. */
  readonly types?: { params: Params; result: Result };
}

/** What a run of a statement answers, by its cardinality. */
export type Answer<Result, Rows extends Cardinality> = Rows extends 'one'
  ? Result
  : Rows extends 'maybe'
    ? Result | null
    : Rows extends 'many'
      ? Result[]
      : undefined;

/** A statement of any type, for what only looks at its header. */
export type AnyStatement = Omit<Statement<unknown, unknown, Cardinality>, 'types'>;

type Declaration = Omit<AnyStatement, 'text' | 'inline' | 'name'>;

/** Builds a statement from its header and text; called by generated twins only. */
export function statement<Params, Result, Rows extends Cardinality>(
  name: string,
  declaration: Declaration & { rows: Rows; inline?: readonly string[] },
  text: string,
): Statement<Params, Result, Rows> {
  const inline = declaration.inline ?? [];
  const named = `// ${name}\n${text}`;
  const fill = (values: Readonly<Record<string, string>>) =>
    inline.reduce((filled, word) => filled.replaceAll(`{{${word}}}`, values[word] ?? ''), named);
  return { ...declaration, name, inline, text: inline.length === 0 ? () => named : fill };
}

/** Splits what a caller gave into parameters, encoded by the header's types, and inline words. */
export function encode(
  statement: AnyStatement,
  given: Readonly<Record<string, unknown>>,
): { params: Record<string, unknown>; inline: Record<string, string> } {
  const params: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(statement.params)) params[name] = toGraph(given[name] ?? null, type);
  const inline: Record<string, string> = {};
  for (const word of statement.inline) inline[word] = inlineWord(statement.name, word, given[word]);
  return { params, inline };
}

/** An inline word may be a whole number, nothing, or names joined by `|`: never text from a user. */
function inlineWord(name: string, word: string, value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  if (!/^(\d{0,9}|[A-Za-z_]+(\|[A-Za-z_]+)*)$/.test(text)) throw new TypeError(`${name}: ${word} must not be ${text}`);
  return text;
}

/** Whole numbers become integers in the graph where the header says so, and wherever they stand inside maps and mixed lists. */
function toGraph(value: unknown, type: TypeWord): unknown {
  if (value === null) return null;
  if (type.startsWith('Integer') && typeof value === 'number') return neo4j.int(value);
  if (type.includes('Map')) return deepIntegers(value);
  if (type.startsWith('[[Any')) return (value as unknown[][]).map((row) => row.map(deepIntegers));
  return value;
}

function deepIntegers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.length > 0 && typeof value[0] === 'string' ? value : value.map(deepIntegers);
  if (value === null || typeof value !== 'object') return value;
  const converted: Record<string, unknown> = {};
  for (const name in value) converted[name] = deepIntegers((value as Record<string, unknown>)[name]);
  return converted;
}

/** Turns the driver's rows into plain objects and checks each field against the header. */
export function decode(statement: AnyStatement, rows: readonly Row[]): unknown {
  if (statement.rows === 'none') return undefined;
  const names = Object.keys(statement.row);
  const checks = names.map((name) => checkOf(statement.row[name]!));
  const decoded = rows.map((row) => {
    const plain: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      const value: unknown = row.get(name);
      if (!checks[i]!(value))
        throw new TypeError(`${statement.name}: ${name} should be ${statement.row[name]}, is ${String(value)}`);
      plain[name] = value;
    }
    return plain;
  });
  if (statement.rows === 'many') return decoded;
  if (statement.rows === 'one' && decoded.length !== 1)
    throw new TypeError(`${statement.name}: one row expected, ${decoded.length} came`);
  if (decoded.length > 1) throw new TypeError(`${statement.name}: at most one row expected, ${decoded.length} came`);
  return decoded[0] ?? null;
}

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  Integer: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  Map: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  Any: () => true,
};

function checkOf(type: TypeWord): (value: unknown) => boolean {
  const required = type.endsWith('!');
  const bare = required ? type.slice(0, -1) : type;
  if (bare.startsWith('[')) {
    const member = checkOf(bare.slice(1, -1));
    return (value) => (Array.isArray(value) ? value.every(member) : value === null && !required);
  }
  const check = CHECKS[bare];
  if (check === undefined) throw new TypeError(`unknown type word ${type}`);
  return required ? check : (value) => value === null || check(value);
}
