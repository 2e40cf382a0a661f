// Generated from cypher/operation by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What operation/trace-products is given. */
export type TraceProductsParams = {
  readonly products: readonly string[];
  /** epoch milliseconds */ readonly now: number;
  readonly known: number;
  /** vertices a product, at most */ readonly limit: number;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of operation/trace-products. */
export type TraceProductsRow = {
  readonly product: string;
  readonly id: string;
  readonly distance: number;
  readonly organization: string | null;
  /** nothing lies upstream of it */ readonly origin: boolean;
  /** provisions of a collection and of the duty it names */ readonly bases: readonly string[];
};
/** Everything products come from, nearest first, with who answers for it and on what law it was collected. 产品溯源 */
export const traceProducts = statement<TraceProductsParams, TraceProductsRow, 'many'>(
  'operation/trace-products',
  { mode: 'read', rows: 'many', params: { products: '[String!]!', now: 'Integer!', known: 'Integer!', limit: 'Integer!' }, row: { product: 'String!', id: 'String!', distance: 'Integer!', organization: 'String', origin: 'Boolean!', bases: '[String!]!' }, inline: ["eras"] },
  "UNWIND $products AS productId\nCALL (productId) {\n  MATCH (start:Asset {id: productId})\n  MATCH path = (start)<-[:{{eras}}*1..]-(v)\n  WHERE all(f IN relationships(path) WHERE f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)\n    AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known))\n  WITH v, min(length(path)) AS distance\n  ORDER BY distance, v.id\n  LIMIT $limit\n  RETURN v, distance\n}\nOPTIONAL MATCH (v)-[:ANSWERED_FOR_BY]->(o:Record)\nRETURN productId AS product, v.id AS id, distance, o.id AS organization,\n  NOT EXISTS {\n    MATCH (v)<-[f:{{eras}}]-()\n    WHERE f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)\n      AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known)\n  } AS origin,\n  CASE WHEN v:Collection\n    THEN COLLECT { MATCH (v)-[:RESTS_ON|UNDER_DUTY*1..2]->(p:Provision) RETURN DISTINCT p.id }\n    ELSE []\n  END AS bases\nORDER BY product, distance, id",
);
