// Generated from cypher/evidence by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What evidence/registrations-of is given. */
export type RegistrationsOfParams = {
  readonly ids: readonly string[];
};
/** A row of evidence/registrations-of. */
export type RegistrationsOfRow = {
  readonly id: string;
  readonly registrations: readonly string[];
  readonly load: string | null;
};
/** Registrations of some things, and the loads by which records came. 登记与装载 */
export const registrationsOf = statement<RegistrationsOfParams, RegistrationsOfRow, 'many'>(
  'evidence/registrations-of',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', registrations: '[String!]!', load: 'String' } },
  "UNWIND $ids AS wanted\nMATCH (r:Record {id: wanted})\nRETURN r.id AS id, COLLECT { MATCH (r)<-[:REGISTERS]-(g:Registration) RETURN g.id } AS registrations, r.load AS load",
);
