import { printSchema } from 'graphql';
import { schema } from '#schema/schema.ts';
import type { Generated } from './statements.ts';

/** The printed schema, sorted by name: what the explorer and outsiders read. */
export function generateSdl(): Generated[] {
  return [{ path: 'schema/schema.graphql', content: `${printSchema(schema)}\n` }];
}
