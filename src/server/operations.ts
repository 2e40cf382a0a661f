import { readFileSync } from 'node:fs';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { Plugin } from 'graphql-yoga';
import { z } from 'zod';
import { Fault } from '../foundation/fault.ts';

/** Questions known by name 预存查询: asked by their key alone. */
export interface Operations {
  readonly texts: Readonly<Record<string, string>>;
  /** Nothing else may be asked. */
  readonly only: boolean;
}

const file = z.record(z.string(), z.string());

/** `SHUYUAN_OPERATIONS`: a JSON file, key → question; `SHUYUAN_OPERATIONS_ONLY=1`: no others. Throws `Fault` BAD_INPUT. */
export function operationsFrom(env: Readonly<Record<string, string | undefined>>): Operations | null {
  const path = env['SHUYUAN_OPERATIONS'];
  if (!path) return null;
  try {
    const texts = file.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { texts, only: env['SHUYUAN_OPERATIONS_ONLY'] === '1' };
  } catch (error) {
    throw new Fault(
      'BAD_INPUT',
      'SHUYUAN_OPERATIONS 应为 JSON 文件，键到查询。SHUYUAN_OPERATIONS must name a JSON file of questions by key.',
      { cause: error },
    );
  }
}

/** Answers questions that come by key: `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "<key>"}}}`. */
export function persistedOperations({ texts, only }: Operations): Plugin {
  return usePersistedOperations({
    allowArbitraryOperations: !only,
    getPersistedOperation: (key) => (Object.hasOwn(texts, key) ? texts[key]! : null),
  }) as Plugin;
}
