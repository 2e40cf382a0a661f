import type { HeldFinding } from './held-finding.ts';

/** A record that a viewer may not see: its id, and the names by which a text may call it. */
export interface HiddenRecord {
  readonly id: string;
  readonly names: readonly string[];
}

/** Stands in a text for what the viewer may not see. */
export const HIDDEN_NAME = '（不可见记录 hidden record）';
/** Shorter names are no names: they would take out half of any text. */
const SHORTEST = 2;

/** Ids of the records that a finding's texts may name. */
export function namedBy({ subject, object, evidence }: HeldFinding): string[] {
  return [...new Set([subject, ...(object === undefined ? [] : [object]), ...evidence])];
}

/** The record's names, as its content says them. */
export function hiddenRecord(id: string, content: Readonly<Record<string, unknown>>): HiddenRecord {
  const names = [content['title'], content['name'], content['code'], content['key']];
  return { id, names: names.filter((name): name is string => typeof name === 'string') };
}

/** A finding with nothing in its texts that names a record which the viewer may not see 隐去不可见记录的名称. */
export function redacted(finding: HeldFinding, hidden: ReadonlyMap<string, HiddenRecord>): HeldFinding {
  const words = namedBy(finding)
    .flatMap((id) => hidden.get(id) ?? [])
    .flatMap(({ id, names }) => [id, ...names])
    .filter((word) => word.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  if (words.length === 0) return finding;
  const told = (text: string) => words.reduce((rest, word) => rest.replaceAll(word, HIDDEN_NAME), text);
  const { object, details } = finding;
  return {
    ...finding,
    message: told(finding.message),
    cure: told(finding.cure),
    ...(object === undefined ? {} : { object: told(object) }),
    ...(details === undefined ? {} : { details: JSON.stringify(withTexts(JSON.parse(details), told)) }),
  };
}

/** The same value with every text in it told anew. */
function withTexts(value: unknown, told: (text: string) => string): unknown {
  if (typeof value === 'string') return told(value);
  if (Array.isArray(value)) return value.map((part) => withTexts(part, told));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [told(name), withTexts(part, told)]));
}
