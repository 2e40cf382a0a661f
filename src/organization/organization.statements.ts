// Generated from cypher/organization by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What organization/control-component is given. */
export type ControlComponentParams = {
  readonly organization: string;
  /** ties retired by then are left out, epoch milliseconds */ readonly known: number;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
};
/** A row of organization/control-component. */
export type ControlComponentRow = {
  readonly content: string;
  readonly fromKind: string | null;
  readonly toKind: string | null;
};
/** All ties of an organization, and of all that it is tied to over any number of steps. 控制关系网 */
export const controlComponent = statement<ControlComponentParams, ControlComponentRow, 'many'>(
  'organization/control-component',
  { mode: 'read', rows: 'many', params: { organization: 'String!', known: 'Integer!', sights: 'Map!' }, row: { content: 'String!', fromKind: 'String', toKind: 'String' } },
  "MATCH (start:Record {id: $organization})\nMATCH path = (start)-[:CONTROL_FROM|CONTROL_TO*1..]-(c)\nWITH c, min(length(path)) AS steps\nWHERE c:Control AND c.content IS NOT NULL AND (c.retiredAt IS NULL OR c.retiredAt > $known) AND coalesce($sights.everything OR c.sight IN $sights.openAnywhere OR c.owner IN $sights.own OR c.place IN $sights.under OR (c.place IN $sights.city AND c.sight IN $sights.openInCity) OR c.id IN $sights.covered, false)\nRETURN c.content AS content, head([(c)-[:CONTROL_FROM]->(o) | o.kind]) AS fromKind,\n  head([(c)-[:CONTROL_TO]->(o) | o.kind]) AS toKind\nORDER BY steps, c.id",
);
