import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaInitialContext } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Desk } from '../access/desk.ts';
import type { House } from '../house/house.ts';
import type { TokenReader } from '../identity/token.ts';
import { doorGuard } from './door.ts';
import { graphiql } from './graphiql.ts';
import { introspectionGuard, questionGuards } from './guards.ts';
import { health } from './health.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { masked } from './mask.ts';
import { type Operations, persistedOperations } from './operations.ts';
import { answerClientErrors } from './refused-request.ts';
import { secretErrors } from './secret-errors.ts';
import { signInDoor } from './sign-in.ts';
import { steadyAnswers } from './steady-answers.ts';

/** What the server is handed: the house it serves, and the schema with its context. */
export interface Serving {
  readonly house: House;
  /** Checks who signs in. */
  readonly tokens: TokenReader;
  readonly schema: GraphQLSchema;
  readonly contextOf: (desk: Desk) => object;
  readonly log: Logger;
  /** How much one request may ask; the defaults without. */
  readonly limits?: Limits;
  /** Questions known by name; none without. */
  readonly operations?: Operations | null;
  /** Who is told the form of the API; everybody without, as on the developer's own machine. */
  readonly mayIntrospect?: (request: Request) => boolean;
}

/** What a question comes with. */
interface Asked extends YogaInitialContext {
  readonly requestId: string;
}

/** A request handler: `/graphql`, `/health/live`, `/health/ready`. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Builds the GraphQL server as a function: tests call its `fetch`, `listen` puts it on a port. */
export function createFace(serving: Serving) {
  const { schema, contextOf, log, limits = DEFAULT_LIMITS, operations, mayIntrospect } = serving;
  const door = signInDoor(serving);
  return createYoga<{ requestId?: string }>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: graphiql(),
    renderGraphiQL,
    logging: false,
    cors: false,
    batching: limits.batch > 1 && { limit: limits.batch },
    maskedErrors: { maskError: (error) => masked(error, log) },
    context: ({ request }: YogaInitialContext) => ({
      requestId: requestIdOf(request),
    }),
    plugins: [
      doorGuard(limits),
      secretErrors(),
      ...(operations ? [persistedOperations(operations)] : []),
      ...(mayIntrospect ? [introspectionGuard(mayIntrospect)] : []),
      door.plugin,
      steadyAnswers<Asked>(async ({ request, requestId }) => contextOf(await door.deskOf(request, requestId))),
      ...questionGuards(limits),
    ],
  });
}

/** The id that a request brings along, where it is a plain word; it stands in the log and the audit. */
function requestIdOf({ headers }: Request): string {
  const given = headers.get('x-request-id') ?? '';
  return /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Listens on an address. Tokens of the development key are good on loopback only: the caller sees to it. */
export async function listen(
  serving: Serving,
  { host, port }: { host: string; port: number },
): Promise<{ server: Server; port: number }> {
  const face = createFace(serving);
  const answerHealth = health(serving.house);
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/health/')) void answerHealth(request, response);
    else void face(request, response);
  });
  server.on('clientError', answerClientErrors(serving.log));
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : port };
}
