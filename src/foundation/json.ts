import { hash } from 'node:crypto';

/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** JSON with sorted names and without null members, so that equal content gives equal text. Absent and null mean the same. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  const given = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(given).sort()) if (given[name] != null) kept[name] = sorted(given[name]);
  return kept;
}

/** Short digest of a text, 128 bits in base64url (22 characters): identity of content, not a proof against forgers. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
