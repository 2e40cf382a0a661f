import { z } from 'zod';
import type { SightClass } from '../identity/sight-classes.ts';
import { ANSWERED_FOR_BY } from '../lineage/asset.ts';
import {
  count,
  day,
  key,
  level,
  levelAdjustment,
  openType,
  sensitivity,
  shareType,
  shortText,
  stateFields,
  text,
  updateCycle,
} from '../record/fields.ts';
import { type Complaint, type Content, EVENTS_BY, names, type RecordKind } from '../record/kind.ts';
import { repeatedNames } from '../record/repeated.ts';
import { differentlyFolded } from './search-words.ts';

/** States of a catalog entry 目录条目状态. */
export const datasetStates = ['DRAFT', 'SUBMITTED', 'REVISING', 'APPROVED', 'PUBLISHED', 'WITHDRAWN'] as const;

/** A data item 信息项 of a dataset. */
export const itemSchema = z.strictObject({
  name: shortText.min(1, 'EMPTY'),
  code: text.optional(),
  type: z.enum(['C', 'N', 'Y', 'D', 'T', 'L', 'M', 'G', 'B', 'I', 'F']).optional(),
  length: z.number().optional(),
  element: key.optional(),
  key: z.boolean().optional(),
  personal: sensitivity.optional(),
  public: z.boolean().optional(),
  share: shareType.optional(),
  open: openType.optional(),
  level: level.optional(),
  definition: text.optional(),
});

/** A dataset: an entry of the catalog of public data 公共数据目录条目. */
export const datasetSchema = z.strictObject({
  title: shortText.min(1, 'EMPTY'),
  provider: key,
  collector: key.optional(),
  approver: key.optional(),
  code: shortText.optional(),
  abstract: text.optional(),
  jurisdiction: key.optional(),
  duty: key.optional(),
  basis: z.array(key).optional(),
  subject: text.optional(),
  theme: text.optional(),
  industry: text.optional(),
  keywords: z.array(text).optional(),
  area: text.optional(),
  period: text.optional(),
  form: z.enum(['DATABASE', 'TABLE', 'FILE', 'API', 'IMAGE', 'STREAM', 'SELF_DESCRIBED']).optional(),
  formats: z.array(text).optional(),
  items: z.array(itemSchema).optional(),
  itemsComplete: z.boolean().optional(),
  share: shareType.optional(),
  shareCondition: text.optional(),
  shareScope: text.optional(),
  shareReason: text.optional(),
  open: openType.optional(),
  openCondition: text.optional(),
  openReason: text.optional(),
  cycle: updateCycle.optional(),
  level: level.optional(),
  rows: count.optional(),
  url: text.optional(),
  ...stateFields(datasetStates),
  publishedOn: day.optional(),
  updatedOn: day.optional(),
  entryUpdatedOn: day.optional(),
  levelAdjustment: levelAdjustment.optional(),
  notAggregatedReason: text.optional(),
  secrecy: z.enum(['NONE', 'WORK', 'STATE']).optional(),
});

/** A dataset 数据集, without its key. */
export type Dataset = z.infer<typeof datasetSchema>;
/** A data item 信息项. */
export type Item = z.infer<typeof itemSchema>;

/** Datasets as records and assets. */
export const datasetKind: RecordKind = {
  kind: 'dataset',
  type: 'Dataset',
  sight: (content) => datasetSight(content as Content & Dataset),
  schema: datasetSchema,
  references: [
    names('provider', 'Organization', ANSWERED_FOR_BY),
    names('collector', 'Organization', 'COLLECTED_BY'),
    names('approver', 'Organization', 'APPROVED_BY'),
    names('jurisdiction', 'Jurisdiction', 'IN_JURISDICTION'),
    names('duty', 'Duty', 'UNDER_DUTY'),
    names('basis.*', 'Provision', 'RESTS_ON'),
    names('items.*.element', 'Element'),
    names('levelAdjustment.by', 'Organization'),
    EVENTS_BY,
  ],
  asset: (content) => {
    const { title, provider, level, items = [] } = content as Content & Dataset;
    return { name: title, organization: provider, level, items };
  },
  extra: (content) => {
    const { state = 'PUBLISHED', items = [] } = content as Content & Dataset;
    const itemNames = items.flatMap((item) => (item.code ? [item.name, item.code] : [item.name]));
    const { title, code, keywords = [], theme, abstract } = content as Content & Dataset;
    return {
      state,
      itemNames,
      foldedTexts: differentlyFolded([title, code, ...keywords, ...itemNames, theme, abstract]),
    };
  },
  complaints: (content) => [...secrecyComplaints(content), ...repeatedNames(content.items)],
};

/** Who may know of an entry: drafts nobody but their makers, what is published the agencies, what is opened anybody. */
function datasetSight({ state = 'PUBLISHED', open }: Dataset): SightClass {
  switch (state) {
    case 'PUBLISHED':
      return open === 'UNCONDITIONAL' || open === 'CONDITIONAL' ? 'DATASET_OPENED' : 'DATASET_LISTED';
    case 'WITHDRAWN':
      return 'DATASET_WITHDRAWN';
    case 'DRAFT':
    case 'SUBMITTED':
    case 'REVISING':
    case 'APPROVED':
      return 'DATASET_DRAFT';
    default:
      return state satisfies never;
  }
}

/** State and work secrets have no place in the registry; the record is refused and its value told nowhere. */
function secrecyComplaints(content: Content): Complaint[] {
  return content.secrecy === 'WORK' || content.secrecy === 'STATE' ? [{ code: 'SECRET', path: [] }] : [];
}
