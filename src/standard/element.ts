import { z } from 'zod';
import { foldText } from '../foundation/text.ts';
import { sensitivity, text } from '../record/fields.ts';
import type { Content, RecordKind } from '../record/kind.ts';

/** A standard data element 数据元: what an item of any dataset may realise. */
export const elementSchema = z.strictObject({
  name: text,
  code: text.optional(),
  definition: text.optional(),
  aliases: z.array(text).optional(),
  dataType: text.optional(),
  sensitivity: sensitivity.optional(),
});

/** A standard element 数据元, without its key. */
export type Element = z.infer<typeof elementSchema>;

/** Elements as records, findable by any of their names. */
export const elementKind: RecordKind = {
  kind: 'element',
  type: 'Element',
  sight: () => 'STANDARD',
  schema: elementSchema,
  references: [],
  extra: (content) => ({ names: elementNames(content as Content & Element) }),
  contentOnly: ['definition'],
};

/** An element's name and aliases as names are compared. */
export function elementNames({ name, aliases = [] }: Element): string[] {
  return [...new Set([name, ...aliases].map(foldText))];
}
