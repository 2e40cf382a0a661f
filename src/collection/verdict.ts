import { z } from 'zod';
import { canonicalJson, digest } from '../foundation/json.ts';
import { foldKey } from '../foundation/key.ts';
import { byCodePoint } from '../foundation/text.ts';
import type { Viewer } from '../identity/viewer.ts';
import { key, moment, text } from '../record/fields.ts';
import { names, type RecordKind } from '../record/kind.ts';

/** What people may find of two datasets 认定; CONTAINS: the second holds the first and more. */
export const VERDICT_WORDS = ['SAME', 'CONTAINS', 'CONTAINED', 'DIFFERENT', 'KEEP_BOTH'] as const;
export type VerdictWord = (typeof VERDICT_WORDS)[number];

/** What a person found of two datasets that look alike, and of what they said then 重复认定 (第十三条). */
export const verdictSchema = z.strictObject({
  datasets: z.array(key).length(2),
  verdict: z.enum(VERDICT_WORDS),
  reason: text.optional(),
  leadDepartment: key.optional(),
  organization: key.optional(),
  jurisdiction: key.optional(),
  speaksFor: z.array(key).min(1),
  substance: z.array(text).length(2),
  judgedAt: moment,
});

/** A verdict on duplicates 重复认定, without its key. */
export type Verdict = z.infer<typeof verdictSchema>;

/** Verdicts as records: one a pair and judge; a new one replaces it. */
export const verdictKind: RecordKind = {
  kind: 'verdict',
  type: 'Verdict',
  sight: () => 'VERDICT',
  owner: ({ organization }) => organization,
  schema: verdictSchema,
  references: [
    names('datasets.*', 'Dataset', 'JUDGES'),
    names('organization', 'Organization', 'JUDGED_BY'),
    names('jurisdiction', 'Jurisdiction', 'IN_JURISDICTION'),
    names('leadDepartment', 'Organization', 'NAMES_LEAD'),
    names('speaksFor.*', 'Dataset'),
  ],
  contentOnly: ['reason', 'substance'],
};

/** What two datasets are compared by: when any of it changes a verdict no longer holds. */
export interface Substance {
  readonly title: string;
  readonly items: readonly string[];
  readonly subject?: string | null;
  readonly area?: string | null;
  readonly period?: string | null;
}

/** Names what a dataset is in substance 实质内容: equal names, nothing changed that matters for its duplicates. */
export function substanceOf({ title, items, subject, area, period }: Substance): string {
  const names = [...new Set(items.map(foldKey))].sort(byCodePoint);
  return digest(canonicalJson([foldKey(title), names, ...[subject, area, period].map((said) => foldKey(said ?? ''))]));
}

/** In whose name a verdict is given 认定主体: a data authority's for its jurisdiction, else an organization's. Ids. */
export type JudgeName = { readonly organization: string } | { readonly jurisdiction: string };

/** In whose name somebody judges; an authority's account may name its organization too, and speaks for the jurisdiction all the same. */
export function judgeName({ role, organization, jurisdiction }: Viewer): JudgeName {
  return role === 'AUTHORITY' || organization === null ? { jurisdiction: jurisdiction ?? '' } : { organization };
}

/** The key of the verdict of one judge on one pair. */
export function verdictKey(pair: readonly string[], judge: JudgeName): string {
  return digest(canonicalJson([...pair.toSorted(), ...Object.values(judge)])).slice(0, 32);
}

/** The same finding, told from the other side. */
export function mirrored(verdict: VerdictWord): VerdictWord {
  if (verdict === 'CONTAINS') return 'CONTAINED';
  return verdict === 'CONTAINED' ? 'CONTAINS' : verdict;
}
