import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { Fault, type FaultCode } from '../foundation/fault.ts';

/** HTTP status of a fault, where it is not 200. */
function statusOf(code: FaultCode): number | undefined {
  switch (code) {
    case 'UNAVAILABLE':
      return 503;
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
    case 'NOT_FOUND':
    case 'CONFLICT':
    case 'TIME_LIMIT':
    case 'BAD_INPUT':
      return undefined;
    default:
      return code satisfies never;
  }
}

/** HTTP headers of a fault: whoever must sign in is told how. */
function headersOf(code: FaultCode): Readonly<Record<string, string>> | undefined {
  return code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer error="invalid_token"' } : undefined;
}

/**
 * What an outsider is told of an error: a fault's code and words; a query's own mistakes; of anything else only that it
 * happened, with an id under which the log has the whole story.
 */
export function masked(error: unknown, log: Logger): GraphQLError {
  const wrapped = error instanceof GraphQLError ? error : undefined;
  const origin = wrapped === undefined ? error : (wrapped.originalError ?? wrapped);
  if (origin instanceof Fault) {
    const http = { status: statusOf(origin.code), headers: headersOf(origin.code) };
    return new GraphQLError(origin.message, {
      nodes: wrapped?.nodes,
      path: wrapped?.path,
      extensions: { code: origin.code, ...(http.status === undefined ? {} : { http }) },
    });
  }
  if (origin instanceof GraphQLError) return wrapped ?? origin;
  const id = randomUUID();
  log.error({ err: origin, id }, 'unexpected error');
  return new GraphQLError('Unexpected error.', {
    nodes: wrapped?.nodes,
    path: wrapped?.path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id, http: { status: 500 } },
  });
}
