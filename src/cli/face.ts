import type { GraphQLSchema } from 'graphql';
import type { Desk } from '../access/desk.ts';

/** The GraphQL face, which the command line is handed and hands to the server. */
export interface Face {
  readonly schema: GraphQLSchema;
  readonly contextOf: (desk: Desk) => object;
}
