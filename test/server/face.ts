import { pino } from 'pino';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import type { House } from '../../src/house/house.ts';
import type { TokenReader } from '../../src/identity/token.ts';
import { createFace, type Serving } from '../../src/server/server.ts';
import { key } from '../stage/cast.ts';

/** What a test hears of the server: whole log lines. */
export interface Heard {
  readonly serving: Serving;
  readonly lines: string[];
}

/** What the server is handed, with a log that is kept; it knows the tokens of the cast unless others are named. */
export function servingOf(house: House, tokens: TokenReader = key.reader): Heard {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  return { serving: { house, tokens, schema, contextOf, log }, lines };
}

/** An answer as it comes over HTTP. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { message: string; extensions?: Readonly<Record<string, unknown>> }[];
}

/** Asks the server a question through HTTP, without a port; as the public, unless a token or a whole header is presented. */
export async function post(
  serving: Serving,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  sign: { readonly token?: string; readonly authorization?: string } = {},
): Promise<Reply> {
  const authorization = sign.authorization ?? (sign.token === undefined ? undefined : `Bearer ${sign.token}`);
  const response = await createFace(serving).fetch('http://shuyuan/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, text, ...(JSON.parse(text) as object) };
}
