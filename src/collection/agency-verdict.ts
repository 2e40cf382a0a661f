import { z } from 'zod';
import { canonicalJson, digest } from '../foundation/json.ts';
import { foldKey } from '../foundation/key.ts';
import { key, moment, text } from '../record/fields.ts';
import { names, type RecordKind } from '../record/kind.ts';

/**
 * What people may find of two registered organizations 机构关系认定, of the second to the first: the same body; the one that took
 * over from it, or that it took over from; a branch of it, or the body that it is a branch of; another body.
 */
export const AGENCY_WORDS = ['SAME', 'SUCCESSOR', 'PREDECESSOR', 'SUBORDINATE', 'SUPERIOR', 'DIFFERENT'] as const;
export type AgencyWord = (typeof AGENCY_WORDS)[number];

/** What a person found of two organizations, and of what they were called then 机构关系认定 (第四条、第五条). */
export const agencyVerdictSchema = z.strictObject({
  organizations: z.array(key).length(2),
  verdict: z.enum(AGENCY_WORDS),
  reason: text.min(1, 'EMPTY'),
  organization: key.optional(),
  jurisdiction: key.optional(),
  speaksFor: z.array(key).min(1),
  substance: z.array(text).length(2),
  judgedAt: moment,
});

/** A verdict on two organizations 机构关系认定, without its key. */
export type AgencyVerdict = z.infer<typeof agencyVerdictSchema>;

/** Verdicts on organizations as records: one a pair and judge; a new one replaces it. */
export const agencyVerdictKind: RecordKind = {
  kind: 'agencyVerdict',
  type: 'AgencyVerdict',
  sight: () => 'VERDICT',
  owner: ({ organization }) => organization,
  schema: agencyVerdictSchema,
  references: [
    names('organizations.*', 'Organization', 'JUDGES'),
    names('organization', 'Organization', 'JUDGED_BY'),
    names('jurisdiction', 'Jurisdiction', 'IN_JURISDICTION'),
    names('speaksFor.*', 'Organization'),
  ],
  contentOnly: ['reason', 'substance'],
};

/** What an organization is known by: when any of it changes a verdict on it no longer holds. */
export interface AgencySubstance {
  readonly name: string;
  /** Id of its jurisdiction. */
  readonly jurisdiction?: string | null;
  readonly uscc?: string | null;
}

/** Names what an organization is in substance 实质内容: equal names, nothing changed that tells who it is. */
export function agencySubstanceOf({ name, jurisdiction, uscc }: AgencySubstance): string {
  return digest(canonicalJson([foldKey(name), jurisdiction ?? '', foldKey(uscc ?? '').toUpperCase()]));
}

/** The same finding, told from the other side. */
export function turned(word: AgencyWord): AgencyWord {
  switch (word) {
    case 'SUCCESSOR':
      return 'PREDECESSOR';
    case 'PREDECESSOR':
      return 'SUCCESSOR';
    case 'SUBORDINATE':
      return 'SUPERIOR';
    case 'SUPERIOR':
      return 'SUBORDINATE';
    case 'SAME':
    case 'DIFFERENT':
      return word;
    default:
      return word satisfies never;
  }
}
