import type { Written } from '../audit/record.ts';
import { canonicalJson } from '../foundation/json.ts';
import { versionOf } from './entry.ts';
import type { Content } from './kind.ts';

/** One content of a record, and how it came about 历史版本. */
export interface PastVersion {
  /** Names the content: its digest. */
  readonly version: string;
  /** The version it was changed from; null for the first. */
  readonly from: string | null;
  readonly content: Content;
  /** Fields of the bundle line that differ from the version before, in order of name. */
  readonly changed: readonly string[];
  readonly recordedAt: number;
  /** When the registry recorded better; null for the present content. */
  readonly replacedAt: number | null;
  /** The deed by which it came; null where the log holds none, as for what a dump brought without its log. */
  readonly deed: Written | null;
}

/** A content as the registry keeps it, with the load or act that wrote it. */
export interface Kept {
  readonly content: Content;
  readonly recordedAt: number;
  readonly replacedAt: number | null;
  readonly load: string | null;
}

/**
 * Tells of each content who brought it about and from which one 变更来历: by the deed that wrote it; where a dump has cut
 * that thread, by the deed whose digests are those of the change, each deed once, in their order.
 */
export function pastOf(id: string, kept: readonly Kept[], deeds: readonly Written[]): PastVersion[] {
  const left = [...deeds];
  const take = (isIt: (deed: Written) => boolean) => {
    const at = left.findIndex(isIt);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  return kept.map(({ content, recordedAt, replacedAt, load }, i) => {
    const before = kept[i - 1]?.content ?? null;
    const from = before === null ? null : versionOf(before);
    const version = versionOf(content);
    const deed =
      deeds.find((one) => one.id === load) ??
      take(({ subjects }) => subjects.some((one) => one.id === id && one.before === from && one.after === version));
    return { version, from, content, changed: changedFields(before ?? {}, content), recordedAt, replacedAt, deed };
  });
}

function changedFields(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const said = (value: unknown) => (value == null ? '' : canonicalJson(value));
  return [...names].filter((name) => said(before[name]) !== said(after[name])).sort();
}
