import { z } from 'zod';
import { ANSWERED_FOR_BY } from '../lineage/asset.ts';
import { day, key, shortText, stateFields, text, updateCycle } from '../record/fields.ts';
import { type Content, EVENTS_BY, names, type RecordKind } from '../record/kind.ts';
import { repeatedNames } from '../record/repeated.ts';

/** Data that an upper-level vertical system returns 垂直系统数据回流 (第十四条). */
export const backflowSchema = z.strictObject({
  name: text,
  system: text,
  superior: key,
  coordinator: key,
  items: z.array(shortText).optional(),
  cycle: updateCycle.optional(),
  requestedOn: day.optional(),
  agreedOn: day.optional(),
  lastReturnedOn: day.optional(),
  stoppedOn: day.optional(),
  ...stateFields(['REQUESTED', 'AGREED', 'RETURNING', 'STOPPED']),
});

/** A backflow 回流, without its key. */
export type Backflow = z.infer<typeof backflowSchema>;

/** Backflows as records and assets; the city's vertical body answers for them. */
export const backflowKind: RecordKind = {
  kind: 'backflow',
  type: 'Backflow',
  sight: () => 'BACKFLOW',
  schema: backflowSchema,
  references: [
    names('superior', 'Organization', 'RETURNED_BY'),
    names('coordinator', 'Organization', ANSWERED_FOR_BY),
    EVENTS_BY,
  ],
  asset: (content) => {
    const { name, coordinator, items = [] } = content as Content & Backflow;
    return { name, organization: coordinator, items: items.map((item) => ({ name: item })) };
  },
  extra: (content) => ({ itemNames: (content as Content & Backflow).items ?? [] }),
  complaints: (content) => repeatedNames(content.items),
};
