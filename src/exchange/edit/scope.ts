import type { Scope } from '../../access/decision.ts';
import type { Kept } from '../../record/bulk.service.ts';
import type { Entry } from '../../record/entry.ts';

/** Whose things the saving of a record is about: whose it was and whose it becomes; permission must reach both. */
export function scopesOf(entry: Entry, before: Kept | null, held: ReadonlyMap<string, Kept>): Scope[] {
  const becomes = scopeAfter(entry, held);
  return before === null ? [becomes] : [scopeBefore(before), becomes];
}

/** An organization is its own; everything else belongs to its owner. */
function scopeBefore({ id, owner, place }: Kept): Scope {
  const organization = owner ?? (id.startsWith('Organization:') ? id : null);
  return { organization, jurisdictions: place === null ? [] : [place] };
}

function scopeAfter({ id, content, properties }: Entry, held: ReadonlyMap<string, Kept>): Scope {
  const owner = properties['owner'] as string | null;
  const named = typeof content['jurisdiction'] === 'string' ? `Jurisdiction:${content['jurisdiction']}` : null;
  const place = named ?? (owner === null ? null : (held.get(owner)?.place ?? null));
  const organization = owner ?? (id.startsWith('Organization:') ? id : null);
  return { organization, jurisdictions: place === null ? [] : [place] };
}
