import { z } from 'zod';
import { day, key } from '../record/fields.ts';
import { names, type RecordKind } from '../record/kind.ts';

/**
 * A profile 规则档案: what one instrument sets in numbers, as data. A later instrument is a further record, not code. Days `from` (included)
 * and `to` (not included) say when it is in force; null is open.
 */

const text = z.string().min(1, 'EMPTY');
const inForce = { from: day.nullish(), to: day.nullish() };

/** Events that start a clock 起算事项. */
export const startEvent = z.enum([
  'OPINION_RECEIVED',
  'CHANGE_EFFECTIVE',
  'CATALOG_UPDATE_RECEIVED',
  'YEAR_STARTED',
  'YEAR_ENDED',
  'REQUEST_RECEIVED_UNCONDITIONAL',
  'REQUEST_RECEIVED_CONDITIONAL',
  'REQUEST_GRANTED',
  'CORRECTION_RECEIVED',
  'SHARED_DATA_USED',
  'PRODUCT_FIRST_DELIVERED',
  'AGREEMENT_RESOURCES_AUTHORISED',
  'AGREEMENT_TERM_STARTED',
  'REGISTRATION_ACCEPTED',
  'REGISTRATION_REVIEW_PASSED',
  'REGISTRATION_CODED',
]);
export type StartEvent = z.infer<typeof startEvent>;

const organizationKind = z.enum([
  'GOVERNMENT',
  'AGENCY',
  'PUBLIC_INSTITUTION',
  'UTILITY',
  'VERTICAL',
  'COMPANY',
  'UNINCORPORATED',
  'SOCIAL',
]);

const limitFacts = {
  code: text,
  startEvents: z.array(startEvent).min(1),
  article: z.string(),
  citation: text,
  /** Who must keep it 义务人. */
  bearer: z.enum([
    'PROVIDER',
    'DATA_AUTHORITY',
    'REQUESTER',
    'OPERATOR',
    'IMPLEMENTER',
    'IMPLEMENTER_AND_OPERATOR',
    'REGISTRY',
    'HOLDER',
    'PARTIES',
  ]),
  /** Kinds of organization it binds; absent: every kind. */
  kinds: z.array(organizationKind).optional(),
  meaning: text,
  /** Set by law, or an internal target of an authority 内部目标. */
  nature: z.enum(['LAW', 'INTERNAL']),
  /** False: from memory, not read in the instrument. */
  verified: z.boolean(),
  /** What began before it was in force: not bound (past deeds are judged by the profile then in force), or bound nevertheless. */
  earlier: z.enum(['EXEMPT', 'APPLIES']).default('EXEMPT'),
  /** Days before the end at which to warn. */
  warnDays: z.int().positive().optional(),
  extension: z.strictObject({ length: z.int().positive(), consent: z.literal('DATA_AUTHORITY') }).optional(),
  ...inForce,
};

/** A time limit 时限. WORKING_DAYS and YEARS count from the start; CALENDAR_YEARS ends with 31 December; DATE is that date of the year after. */
export const limit = z.discriminatedUnion('unit', [
  z.strictObject({ ...limitFacts, unit: z.literal('WORKING_DAYS'), length: z.int().positive() }),
  z.strictObject({ ...limitFacts, unit: z.literal('YEARS'), length: z.int().positive() }),
  z.strictObject({ ...limitFacts, unit: z.literal('CALENDAR_YEARS'), length: z.int().positive() }),
  z.strictObject({ ...limitFacts, unit: z.literal('DATE'), length: z.string().regex(/^\d{2}-\d{2}$/, 'BAD_DAY') }),
]);

const row = { citation: text, ...inForce };
const shareOrOpen = z.enum(['UNCONDITIONAL', 'CONDITIONAL', 'NONE']);
const level = z.int().min(1).max(6);

/** What a profile says. */
export const profileSchema = z.strictObject({
  title: text,
  instrument: text,
  ...inForce,
  /** Jurisdiction it is for; null: every one. */
  place: key.nullish(),
  limits: z.array(limit).default([]),
  thresholds: z
    .array(
      z.strictObject({
        code: z.enum(['CONNECTION_VIOLATION', 'CONNECTION_REVIEW', 'FEWEST_BIDDERS', 'NOT_TO_BE_OPENED_LEVEL']),
        value: z.number(),
        meaning: text,
        ...row,
      }),
    )
    .default([]),
  /** Table D: databases that a city must have. */
  requiredDatabases: z
    .array(z.strictObject({ kind: z.enum(['BASIC', 'THEMATIC', 'DEPARTMENT']), domain: text, ...row }))
    .default([]),
  /** Table T: calendar days that an update cycle tolerates. */
  cycleTolerances: z.array(z.strictObject({ cycle: text, days: z.int().positive(), ...row })).default([]),
  /** Table K: names of elements that triggers look at. */
  triggerElements: z
    .array(
      z.strictObject({
        set: z.enum(['KEY', 'IDENTITY', 'LOCATION', 'HEALTH', 'FINANCE']),
        names: z.array(text),
        ...row,
      }),
    )
    .default([]),
  /** Levels that go with a share or open type 属性与级别的对应. */
  couplings: z
    .array(z.strictObject({ field: z.enum(['share', 'open']), value: shareOrOpen, least: level, most: level, ...row }))
    .default([]),
});

/** A profile as a file of `seed/profiles`; `source` tells where the numbers were read. */
export const profile = z.strictObject({ profile: text, source: text, ...profileSchema.shape });
/** A profile 规则档案, with its key. */
export type Profile = z.infer<typeof profile>;

/** Profiles as records 规则档案: one of the key of a shipped one stands in its place. */
export const profileKind: RecordKind = {
  kind: 'profile',
  type: 'Profile',
  sight: () => 'LAW',
  schema: profileSchema,
  references: [names('place', 'Jurisdiction')],
};
type LimitOfFile = z.infer<typeof limit>;
/** A limit with the profile it stands in, and the days it is in force (its own, else the profile's). */
export type Limit = LimitOfFile & { readonly profile: string };
export type ThresholdCode = Profile['thresholds'][number]['code'];
export type TriggerSet = Profile['triggerElements'][number]['set'];
export type RequiredDatabase = Pick<Profile['requiredDatabases'][number], 'kind' | 'domain'>;
export type Coupling = Profile['couplings'][number];
