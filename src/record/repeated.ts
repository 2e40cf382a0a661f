import { foldKey } from '../foundation/key.ts';
import type { Complaint } from './kind.ts';

/** Items whose name another item of the same record has already, compared as keys are. */
export function repeatedNames(items: unknown): Complaint[] {
  const seen = new Set<string>();
  const complaints: Complaint[] = [];
  for (const [i, item] of (Array.isArray(items) ? items : []).entries()) {
    const name: unknown = typeof item === 'string' ? item : (item as { name?: unknown }).name;
    if (typeof name !== 'string') continue;
    const folded = foldKey(name);
    if (seen.has(folded)) complaints.push({ code: 'ITEM_REPEATED', path: ['items', i], value: name });
    seen.add(folded);
  }
  return complaints;
}
