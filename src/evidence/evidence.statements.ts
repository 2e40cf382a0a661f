// Generated from cypher/evidence by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What evidence/loads-partly-dark is given. */
export type LoadsPartlyDarkParams = {
  readonly loads: readonly string[];
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of evidence/loads-partly-dark. */
export type LoadsPartlyDarkRow = {
  readonly load: string;
};
/** Which of some loads wrote something of which a viewer may not know. 含不可知记录的装载 */
export const loadsPartlyDark = statement<LoadsPartlyDarkParams, LoadsPartlyDarkRow, 'many'>(
  'evidence/loads-partly-dark',
  { mode: 'read', rows: 'many', params: { loads: '[String!]!', sights: 'Map!' }, row: { load: 'String!' } },
  "MATCH (r:Record)\nWHERE coalesce(r.deed, r.load) IN $loads AND r.sight IS NOT NULL AND NOT coalesce($sights.everything OR r.sight IN $sights.knownAnywhere OR r.owner IN $sights.own OR r.place IN $sights.under OR (r.place IN $sights.city AND r.sight IN $sights.knownInCity) OR r.id IN $sights.covered, false)\nRETURN DISTINCT coalesce(r.deed, r.load) AS load",
);

/** What evidence/registrations-of is given. */
export type RegistrationsOfParams = {
  readonly ids: readonly string[];
};
/** A row of evidence/registrations-of. */
export type RegistrationsOfRow = {
  readonly id: string;
  readonly registrations: readonly string[];
  /** ids of loads and acts */ readonly deeds: readonly string[];
};
/** Registrations of some things, and the deeds by which their contents came, former ones too. 登记与内容来历 */
export const registrationsOf = statement<RegistrationsOfParams, RegistrationsOfRow, 'many'>(
  'evidence/registrations-of',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', registrations: '[String!]!', deeds: '[String!]!' } },
  "UNWIND $ids AS wanted\nMATCH (r:Record {id: wanted})\nRETURN r.id AS id, COLLECT { MATCH (r)<-[:REGISTERS]-(g:Registration) RETURN g.id } AS registrations,\n  COLLECT {\n    MATCH (r)\n    UNWIND [coalesce(r.deed, r.load)] + [(r)-[:WAS]->(v) | v.load] AS deed\n    WITH DISTINCT deed\n    WHERE deed IS NOT NULL\n    RETURN deed\n  } AS deeds",
);
