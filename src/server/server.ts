import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Desk } from '../access/desk.ts';
import type { House } from '../house/house.ts';
import { KEEPER_VIEWER } from '../identity/viewer.ts';
import { graphiql } from './graphiql.ts';
import { health } from './health.ts';
import { masked } from './mask.ts';
import { steadyAnswers } from './steady-answers.ts';

/** What the server is handed: the house it serves, and the schema with its context. */
export interface Serving {
  readonly house: House;
  readonly schema: GraphQLSchema;
  readonly contextOf: (desk: Desk) => object;
  readonly log: Logger;
}

/** A request handler: `/graphql`, `/health/live`, `/health/ready`. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Builds the GraphQL server as a function: tests call its `fetch`, `listen` puts it on a port. */
export function createFace({ house, schema, contextOf, log }: Serving) {
  return createYoga<{ requestId?: string }>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: graphiql(),
    renderGraphiQL,
    logging: false,
    maskedErrors: { maskError: (error) => masked(error, log) },
    context: ({ request }: YogaInitialContext) => ({
      requestId: request.headers.get('x-request-id') ?? randomUUID(),
    }),
    plugins: [steadyAnswers(() => contextOf(house.desk(KEEPER_VIEWER))) as Plugin],
  });
}

/** Listens on an address. Without a configured issuer only loopback is allowed: whoever reaches it may read all. */
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
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : port };
}
