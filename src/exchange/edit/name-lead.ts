import { act } from '../../access/act.ts';
import type { Collection } from '../../collection/collection.ts';
import { collectionKind } from '../../collection/collection.ts';
import { othersCollecting } from '../../collection/lead.service.ts';
import { decideLead, type NameLead, type Naming } from '../../collection/name-lead.ts';
import { Fault } from '../../foundation/fault.ts';
import { parseId } from '../../foundation/id.ts';
import { degreeOf } from '../../identity/sights.ts';
import { draftOf, readRecords } from '../../record/bulk.service.ts';
import { entryOf, versionOf } from '../../record/entry.ts';
import type { Content } from '../../record/kind.ts';
import { ownedRelationships } from '../bundle/kinds.ts';
import { saveRecords } from '../bundle/links.ts';

/** A collection that was named as the source, or no longer is. */
export interface SavedLead {
  readonly id: string;
}

/** The act of naming the source of what several collect 明确数源部门: its act of collection is saved anew. */
export const nameLead = act<NameLead, Naming, { before: Content; after: Content }, SavedLead>({
  may: 'lead:name',
  load: async (tx, { collection }, circumstances) => {
    const parsed = parseId(collection);
    const id = parsed?.type === 'Collection' ? `Collection:${parsed.key}` : '';
    const held = (await readRecords(tx, id === '' ? [] : [id])).get(id);
    if (held === undefined || degreeOf(circumstances.viewer, held) !== 'OPEN')
      throw new Fault('NOT_FOUND', '没有这项收集。There is no such act of collection.');
    const content = held.content as Content & Collection;
    const others = await othersCollecting(tx, content, circumstances);
    const scope = { organization: held.owner, jurisdictions: held.place === null ? [] : [held.place] };
    return { state: { collection: content, others }, scopes: [scope] };
  },
  decide: (state, command, circumstances) => {
    const decision = decideLead(state, command, circumstances);
    return 'accepted' in decision ? { accepted: { before: state.collection, after: decision.accepted } } : decision;
  },
  save: async (tx, { before, after }, { deed, recordedAt }) => {
    const writing = { load: deed, recordedAt, owned: ownedRelationships, unheard: false };
    const written = await saveRecords(tx, [draftOf(collectionKind, after)], writing);
    const { id } = entryOf(collectionKind, after);
    const subject = { id, before: versionOf(before), after: versionOf(after) };
    return { result: { id }, subjects: [subject], changed: written.replaced.length > 0 };
  },
});
