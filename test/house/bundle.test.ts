import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { recordKinds } from '../../src/exchange/bundle/kinds.ts';
import { flowSchema } from '../../src/lineage/flow.ts';

const text = readFileSync('docs/bundle.md', 'utf8');
const forms = [...recordKinds.map(({ kind, schema }) => ({ kind, schema })), { kind: 'flow', schema: flowSchema }];
/** Told once for all kinds, below the tables. */
const ENVELOPE = new Set(['events', 'source', 'note']);

/** The row that documents a kind, with the rows of its parts. */
function rowsOf(kind: string): string {
  const start = text.indexOf(`\n| \`${kind}\``);
  const end = text.slice(start + 1).search(/\n(\| `|\n)/);
  return start < 0 ? '' : text.slice(start, start + 1 + end);
}

/** Every field name and word of a form, from the outside inwards. */
function namesIn(form: z.ZodType): string[] {
  const { def } = form as unknown as { def: { type: string } & Readonly<Record<string, unknown>> };
  if (def.type === 'object')
    return Object.entries(def['shape'] as Record<string, z.ZodType>).flatMap(([name, inner]) =>
      ENVELOPE.has(name) ? [] : [name, ...namesIn(inner)],
    );
  if (def.type === 'enum') return Object.keys(def['entries'] as object);
  return ['innerType', 'element', 'in'].flatMap((part) =>
    def[part] === undefined ? [] : namesIn(def[part] as z.ZodType),
  );
}

describe('docs/bundle.md', () => {
  it.each(forms)('names every field and word of $kind', ({ kind, schema }) => {
    const rows = rowsOf(kind);
    const words = new Set([...rows.matchAll(/\w+/g)].map(([word]) => word));
    const elsewhere = /as in (dataset|plan)|as above/.test(rows) ? text : '';
    expect(rows).not.toBe('');
    const missing = namesIn(schema).filter((name) => !words.has(name) && !elsewhere.includes(name));
    expect(missing).toEqual([]);
  });
});
