// @neo4j/graphql over the registry's graph, served as its documentation says: `node server.mjs PORT`.
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';

const typeDefs = `
  type Asset @node {
    id: ID!
    name: String
    upstream: [Asset!]! @relationship(type: "FLOWS_TO", direction: IN, properties: "Flow")
    downstream: [Asset!]! @relationship(type: "FLOWS_TO", direction: OUT, properties: "Flow")
  }
  type Flow @relationshipProperties { kind: String }
`;
const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({ schema, logging: false, maskedErrors: false, context: { executionContext: driver } });
createServer(yoga).listen(Number(process.argv[2]), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
