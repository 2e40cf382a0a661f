// Generated from cypher/redevelopment by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What redevelopment/redevelopment-chain is given. */
export type RedevelopmentChainParams = {
  readonly products: readonly string[];
  /** epoch milliseconds */ readonly now: number;
  readonly known: number;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of redevelopment/redevelopment-chain. */
export type RedevelopmentChainRow = {
  readonly product: string;
  /** each {id, distance} */ readonly ancestors: readonly (Readonly<Record<string, unknown>>)[];
  /** each {id, distance} */ readonly descendants: readonly (Readonly<Record<string, unknown>>)[];
  /** each {from, to}: flows above the product */ readonly steps: readonly (Readonly<Record<string, unknown>>)[];
};
/** Products that a product was re-developed from and that were re-developed from it, over any number of steps. 再开发链 */
export const redevelopmentChain = statement<RedevelopmentChainParams, RedevelopmentChainRow, 'many'>(
  'redevelopment/redevelopment-chain',
  { mode: 'read', rows: 'many', params: { products: '[String!]!', now: 'Integer!', known: 'Integer!', sights: 'Map!' }, row: { product: 'String!', ancestors: '[Map!]!', descendants: '[Map!]!', steps: '[Map!]!' }, inline: ["eras"] },
  "UNWIND $products AS productId\nMATCH (start:Asset {id: productId})\nCALL (start) {\n  OPTIONAL MATCH path = (start)<-[:{{eras}}*1..]-(v:Product)\n  WHERE v <> start AND all(f IN relationships(path) WHERE f.kind = 'REDEVELOPED' AND f.validFrom <= $now\n    AND (f.validTo IS NULL OR f.validTo > $now)\n    AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known))\n    AND all(n IN nodes(path) WHERE coalesce($sights.everything OR n.sight IN $sights.knownAnywhere OR n.owner IN $sights.own OR n.place IN $sights.under OR (n.place IN $sights.city AND n.sight IN $sights.knownInCity) OR n.id IN $sights.covered, false))\n  WITH v, min(length(path)) AS distance\n  WHERE v IS NOT NULL\n  RETURN collect(v) AS above, collect({id: v.id, distance: distance}) AS ancestors\n}\nCALL (start) {\n  OPTIONAL MATCH path = (start)-[:{{eras}}*1..]->(v:Product)\n  WHERE v <> start AND all(f IN relationships(path) WHERE f.kind = 'REDEVELOPED' AND f.validFrom <= $now\n    AND (f.validTo IS NULL OR f.validTo > $now)\n    AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known))\n    AND all(n IN nodes(path) WHERE coalesce($sights.everything OR n.sight IN $sights.knownAnywhere OR n.owner IN $sights.own OR n.place IN $sights.under OR (n.place IN $sights.city AND n.sight IN $sights.knownInCity) OR n.id IN $sights.covered, false))\n  WITH v, min(length(path)) AS distance\n  WHERE v IS NOT NULL\n  RETURN collect({id: v.id, distance: distance}) AS descendants\n}\nCALL (start, above) {\n  UNWIND above + [start] AS lower\n  MATCH (upper:Product)-[f:{{eras}}]->(lower)\n  WHERE f.kind = 'REDEVELOPED' AND f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)\n    AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known) AND coalesce($sights.everything OR upper.sight IN $sights.knownAnywhere OR upper.owner IN $sights.own OR upper.place IN $sights.under OR (upper.place IN $sights.city AND upper.sight IN $sights.knownInCity) OR upper.id IN $sights.covered, false)\n  RETURN collect(DISTINCT {from: upper.id, to: lower.id}) AS steps\n}\nRETURN productId AS product, ancestors, descendants, steps",
);
