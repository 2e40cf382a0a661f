import { pino } from 'pino';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import type { House } from '../../src/house/house.ts';
import { createFace, type Serving } from '../../src/server/server.ts';

/** What a test hears of the server: whole log lines. */
export interface Heard {
  readonly serving: Serving;
  readonly lines: string[];
}

/** What the server is handed, with a log that is kept. */
export function servingOf(house: House): Heard {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  return { serving: { house, schema, contextOf, log }, lines };
}

/** An answer as it comes over HTTP. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { message: string; extensions?: Readonly<Record<string, unknown>> }[];
}

/** Asks the server a question through HTTP, without a port. */
export async function post(
  serving: Serving,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Reply> {
  const response = await createFace(serving).fetch('http://shuyuan/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, text, ...(JSON.parse(text) as object) };
}
