/** The header of a statement file, read: first comment lines, then `@` lines (docs/house.md). */
export interface Header {
  readonly title: string;
  readonly mode: 'read' | 'write';
  readonly params: readonly Field[];
  readonly inline: readonly { name: string; words: string }[];
  readonly row: readonly Field[];
  readonly rows: 'one' | 'maybe' | 'many' | 'none';
  /** Indexes the plan must start from, as `Label(property)`. */
  readonly uses: readonly string[];
  /** Why the plan may start from a scan of a label or of a type; null when it may not. */
  readonly scans: string | null;
  /** Ceiling of database hits on the demo city; null when not budgeted. */
  readonly hits: number | null;
}

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** Splits a statement file into header and body; throws a sentence that names what is wrong. */
export function parseStatement(file: string, source: string): { header: Header; body: string } {
  const lines = source.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  const comments = lines.slice(0, end).map((line) => line.slice(2).trim());
  const body = withSights(lines.slice(end).join('\n').trim());
  const tags = comments.filter((line) => line.startsWith('@')).map((line) => line.slice(1).split(/\s+/));
  const all = (tag: string) => tags.filter(([name]) => name === tag).map(([, ...rest]) => rest);
  const only = (tag: string) => all(tag)[0]?.[0];
  const title = comments.filter((line) => !line.startsWith('@') && line !== '').join(' ');
  const mode = only('mode');
  const rows = only('rows');
  if (title === '') throw new Error(`${file}: the first comment line must say what the statement does`);
  if (mode !== 'read' && mode !== 'write') throw new Error(`${file}: @mode must be read or write`);
  if (rows !== 'one' && rows !== 'maybe' && rows !== 'many' && rows !== 'none')
    throw new Error(`${file}: @rows must be one, maybe, many or none`);
  const header: Header = {
    title,
    mode,
    rows,
    params: all('param').map(field),
    inline: all('inline').map(([name = '', words = '']) => ({ name, words })),
    row: all('row').map(field),
    uses: all('uses').flat(),
    scans: all('scans')[0]?.join(' ') ?? null,
    hits: only('hits') === undefined ? null : Number(only('hits')),
  };
  agree(file, header, body, tags);
  return { header, body };
}

/**
 * `{{known v}}` and `{{open v}}`: whether the viewer may know of a record or see it, by the table of sights
 * (src/identity/sights.ts). Inside coalesce, so that the planner evaluates it once and not in conjunctive pieces.
 */
function withSights(text: string): string {
  return text.replaceAll(/\{\{(known|open) (\w+)\}\}/g, (_whole, degree: string, v: string) =>
    [
      `coalesce($sights.everything OR ${v}.sight IN $sights.${degree}Anywhere OR ${v}.owner IN $sights.own`,
      `OR ${v}.place IN $sights.under OR (${v}.place IN $sights.city AND ${v}.sight IN $sights.${degree}InCity)`,
      `OR ${v}.id IN $sights.covered, false)`,
    ].join(' '),
  );
}

function field([name = '', type = '', ...comment]: string[]): Field {
  return { name, type, comment: comment.join(' ') };
}

const TAGS = new Set(['mode', 'param', 'inline', 'row', 'rows', 'uses', 'scans', 'hits']);

/** Header and text must agree: every parameter declared and used, every row field returned. */
function agree(file: string, header: Header, body: string, tags: readonly (readonly string[])[]): void {
  const used = new Set([...body.matchAll(/\$([A-Za-z][A-Za-z0-9]*)\b(?!\()/g)].map(([, name]) => name));
  for (const { name } of header.params)
    if (!used.delete(name)) throw new Error(`${file}: @param ${name} is not used in the text`);
  for (const name of used) throw new Error(`${file}: $${name} is not declared by @param`);
  const inlined = new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
  for (const { name } of header.inline)
    if (!inlined.delete(name)) throw new Error(`${file}: @inline ${name} is not used in the text`);
  for (const name of inlined) throw new Error(`${file}: {{${name}}} is not declared by @inline`);
  for (const { name } of header.row)
    if (!new RegExp(`(AS|RETURN|,) +${name}\\b`).test(body.replace(/\s+/g, ' ')))
      throw new Error(`${file}: @row ${name} is not returned`);
  if (header.scans === '') throw new Error(`${file}: @scans must say why`);
  const strange = tags.find(([name = '']) => !TAGS.has(name));
  if (strange !== undefined) throw new Error(`${file}: @${strange[0]} is no tag of a header`);
  if (header.rows === 'none' ? header.row.length > 0 : header.row.length === 0)
    throw new Error(`${file}: @rows ${header.rows} does not fit the number of @row lines`);
}
