import { z } from 'zod';
import { count, key, moment, text } from '../record/fields.ts';
import { names, type RecordKind } from '../record/kind.ts';

/** One use of shared data 共享数据使用记录 (第十七条). */
export const useSchema = z.strictObject({
  request: key,
  organization: key,
  scenario: text,
  items: z.array(text).optional(),
  at: moment,
  volume: count.optional(),
  system: text.optional(),
});

/** A use 使用记录, without its key. */
export type Use = z.infer<typeof useSchema>;

/** Uses as records. */
export const useKind: RecordKind = {
  kind: 'use',
  type: 'Use',
  sight: () => 'REQUEST',
  owner: ({ organization }) => organization,
  schema: useSchema,
  references: [names('request', 'Request', 'USES_GRANT'), names('organization', 'Organization', 'USED_BY')],
};
