import { z } from 'zod';
import { ANSWERED_FOR_BY } from '../lineage/asset.ts';
import { key, text } from '../record/fields.ts';
import { type Content, names, type RecordKind } from '../record/kind.ts';

/** A basic, thematic or department database 基础数据库、主题数据库 (第九条). */
export const databaseSchema = z.strictObject({
  name: text,
  kind: z.enum(['BASIC', 'THEMATIC', 'DEPARTMENT']),
  domain: text,
  lead: key,
  participants: z.array(key).optional(),
  jurisdiction: key,
});

/** A database 数据库, without its key. */
export type Database = z.infer<typeof databaseSchema>;

/** Databases as records and assets; they declare no level, and their items are named by flows alone. */
export const databaseKind: RecordKind = {
  kind: 'database',
  type: 'Database',
  sight: () => 'DATABASE',
  schema: databaseSchema,
  references: [
    names('lead', 'Organization', ANSWERED_FOR_BY),
    names('participants.*', 'Organization', 'HAS_PARTICIPANT'),
    names('jurisdiction', 'Jurisdiction', 'IN_JURISDICTION'),
  ],
  asset: (content) => {
    const { name, lead } = content as Content & Database;
    return { name, organization: lead, items: [] };
  },
};
