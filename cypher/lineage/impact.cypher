// How much hangs on an asset: what lies downstream, counted by type and by who answers for it. 影响范围
//
// @mode   read
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  start   String!
// @param  asOf    Integer!
// @param  knownAt Integer!
// @param  sights  Map!       what the viewer may know of, see identity/sights.ts
// @row    type         String!  Hidden: something that he may not see
// @row    organization String
// @row    count        Integer!
// @rows   many
// @uses   Asset(id)
MATCH (start:Asset {id: $start})
MATCH path = (start)-[:{{eras}}*1..]->(v)
WHERE v <> start AND all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
  AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt))
  AND all(n IN nodes(path) WHERE {{known n}})
WITH DISTINCT v
WITH v, {{open v}} AS open
OPTIONAL MATCH (v)-[:ANSWERED_FOR_BY]->(o:Record) WHERE open
RETURN CASE WHEN open THEN split(v.id, ':')[0] ELSE 'Hidden' END AS type, o.id AS organization, count(*) AS count
