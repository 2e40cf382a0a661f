import { act } from '../../access/act.ts';
import type { Circumstances, Decision } from '../../access/decision.ts';
import type { Refusal } from '../../foundation/refusal.ts';
import type { Action } from '../../identity/permissions.ts';
import { degreeOf } from '../../identity/sights.ts';
import { draftOf, readRecords } from '../../record/bulk.service.ts';
import { entryOf } from '../../record/entry.ts';
import type { Content, RecordKind } from '../../record/kind.ts';
import { recordNamings } from '../bundle/check.ts';
import { ownedRelationships } from '../bundle/kinds.ts';
import { saveRecords } from '../bundle/links.ts';
import { AT_INPUT, asRefusal, keyTaken, parseInput, STALE } from './input.ts';
import { scopesOf } from './scope.ts';

/** A record to be written, as a bundle line tells it, without the word of its kind. */
export interface SaveRecord {
  readonly content: Readonly<Record<string, unknown>>;
  /** Version of the content that this one was made from; null: the record is new. */
  readonly basedOn: string | null;
}

/** A record that was written. */
export interface SavedRecord {
  readonly id: string;
  /** Names the content; the next change is based on it. */
  readonly version: string;
}

/** What is known when a saving is decided. */
export interface SavingState {
  readonly draft: { readonly kind: RecordKind; readonly content: Content } | null;
  /** Why the content is not lawful: its form, and names of what there is not. */
  readonly refusals: readonly Refusal[];
  /** Version of what the registry holds; null: nothing. */
  readonly version: string | null;
}

/** Decides a saving 决定是否登记: refused for what is wrong with it, stale when somebody else changed the record first. */
export function decideSaving(
  { draft, refusals, version }: SavingState,
  { basedOn }: SaveRecord,
): Decision<{ kind: RecordKind; content: Content; before: string | null }> {
  if (draft === null || refusals.length > 0) return { refused: refusals };
  if (version !== basedOn) return { stale: STALE };
  return { accepted: { ...draft, before: version } };
}

/** A draft that is well formed, with what the registry holds of it and of what it names. */
export interface Drafted {
  readonly content: Content;
  readonly before: Content | null;
  /** What it names, by id, as far as the writer may see it. */
  readonly named: ReadonlyMap<string, Content>;
}

/**
 * The act of writing a record of one kind through the API: the bundle's content, by those who may 登记或修改记录. `wants` says what a
 * record of that kind lacks beyond its form.
 */
export function savingOf(
  word: string,
  may: Action,
  wants: (drafted: Drafted, circumstances: Circumstances) => readonly Refusal[] = () => [],
) {
  return act<SaveRecord, SavingState, { kind: RecordKind; content: Content; before: string | null }, SavedRecord>({
    may,
    load: async (tx, { content }, circumstances) => {
      const { viewer } = circumstances;
      const parsed = parseInput(content, word);
      if (parsed.is !== 'record') {
        const refusals = parsed.is === 'refused' ? parsed.refusals.map(asRefusal) : [];
        return { state: { draft: null, refusals, version: null }, scopes: [] };
      }
      const entry = entryOf(parsed.kind, parsed.content);
      const found = recordNamings(parsed, AT_INPUT);
      const named = found.namings.map(({ id }) => id);
      const owner = entry.properties['owner'] as string | null;
      const held = await readRecords(tx, [entry.id, ...named, ...(owner === null ? [] : [owner])]);
      const before = held.get(entry.id);
      if (before !== undefined && degreeOf(viewer, before) !== 'OPEN') throw keyTaken();
      const known = (id: string) => {
        const record = held.get(id);
        return id === entry.id || (record !== undefined && degreeOf(viewer, record) === 'OPEN');
      };
      const unknown = found.namings.filter(({ id }) => !known(id)).map(({ refusal }) => refusal());
      const seen = named.filter((id) => known(id) && held.has(id)).map((id) => [id, held.get(id)!.content] as const);
      const drafted = { content: parsed.content, before: before?.content ?? null, named: new Map(seen) };
      return {
        state: {
          draft: { kind: parsed.kind, content: parsed.content },
          refusals: [...[...found.refusals, ...unknown].map(asRefusal), ...wants(drafted, circumstances)],
          version: before === undefined ? null : entryOf(parsed.kind, before.content).digest,
        },
        scopes: scopesOf(entry, before ?? null, held),
      };
    },
    decide: decideSaving,
    save: async (tx, { kind, content, before }, { deed, recordedAt }) => {
      const writing = { load: deed, recordedAt, owned: ownedRelationships, unheard: before === null };
      const written = await saveRecords(tx, [draftOf(kind, content)], writing);
      const entry = [...written.created, ...written.replaced][0];
      const after = entry?.digest ?? before!;
      const id = entry?.id ?? entryOf(kind, content).id;
      return { result: { id, version: after }, subjects: [{ id, before, after }], changed: entry !== undefined };
    },
  });
}
