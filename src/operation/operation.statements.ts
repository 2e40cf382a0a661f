// Generated from cypher/operation by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What operation/trace-products is given. */
export type TraceProductsParams = {
  readonly products: readonly string[];
  /** epoch milliseconds */ readonly now: number;
  readonly known: number;
  /** vertices a product, at most */ readonly limit: number;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of operation/trace-products. */
export type TraceProductsRow = {
  readonly product: string;
  readonly id: string;
  readonly distance: number;
  /** he may see what it is */ readonly open: boolean;
  readonly organization: string | null;
  /** nothing lies upstream of it */ readonly origin: boolean;
  /** provisions of a collection and of the duty it names */ readonly bases: readonly string[];
};
/** Everything products come from, nearest first, with who answers for it and on what law it was collected. 产品溯源 */
export const traceProducts = statement<TraceProductsParams, TraceProductsRow, 'many'>(
  'operation/trace-products',
  { mode: 'read', rows: 'many', params: { products: '[String!]!', now: 'Integer!', known: 'Integer!', limit: 'Integer!', sights: 'Map!' }, row: { product: 'String!', id: 'String!', distance: 'Integer!', open: 'Boolean!', organization: 'String', origin: 'Boolean!', bases: '[String!]!' }, inline: ["eras"] },
  "UNWIND $products AS productId\nCALL (productId) {\n  MATCH (start:Asset {id: productId})\n  MATCH path = (start)<-[:{{eras}}*1..]-(v)\n  WHERE all(f IN relationships(path) WHERE f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)\n    AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known))\n    AND all(n IN nodes(path) WHERE coalesce($sights.everything OR n.sight IN $sights.knownAnywhere OR n.owner IN $sights.own OR n.place IN $sights.under OR (n.place IN $sights.city AND n.sight IN $sights.knownInCity) OR n.id IN $sights.covered, false))\n  WITH v, min(length(path)) AS distance\n  WITH v, distance, coalesce($sights.everything OR v.sight IN $sights.openAnywhere OR v.owner IN $sights.own OR v.place IN $sights.under OR (v.place IN $sights.city AND v.sight IN $sights.openInCity) OR v.id IN $sights.covered, false) AS open\n  ORDER BY distance, CASE WHEN open THEN v.id ELSE 'Hidden:' + randomUUID() END\n  LIMIT $limit\n  RETURN v, distance, open\n}\nOPTIONAL MATCH (v)-[:ANSWERED_FOR_BY]->(o:Record)\nRETURN productId AS product, v.id AS id, distance, open, o.id AS organization,\n  NOT EXISTS {\n    MATCH (v)<-[f:{{eras}}]-(u)\n    WHERE f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)\n      AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known)\n      AND coalesce($sights.everything OR u.sight IN $sights.knownAnywhere OR u.owner IN $sights.own OR u.place IN $sights.under OR (u.place IN $sights.city AND u.sight IN $sights.knownInCity) OR u.id IN $sights.covered, false)\n  } AS origin,\n  CASE WHEN v:Collection\n    THEN COLLECT { MATCH (v)-[:RESTS_ON|UNDER_DUTY*1..2]->(p:Provision) RETURN DISTINCT p.id }\n    ELSE []\n  END AS bases\nORDER BY product, distance, id",
);
