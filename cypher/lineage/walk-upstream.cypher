// Everything upstream of an asset, nearest first: breadth first with a visited set. 上游血缘
//
// @mode   read
// @inline depth Natural                          edges from the start; nothing: no limit
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO      the second for questions about the past
// @param  start   String!
// @param  asOf    Integer!   flows in force at this moment, epoch milliseconds
// @param  knownAt Integer!   and known to the registry at this one
// @param  kinds   [String!]  only flows of these kinds; null: all
// @param  limit   Integer!   vertices at most
// @param  among   [String!]  only these of all that it reaches; null: any
// @param  sights  Map!       what the viewer may know of, see identity/sights.ts
// @row    id       String!
// @row    distance Integer!
// @row    veil     String    an opaque id, good for one answer, of what the viewer may not see; ties go by it
// @rows   many
// @uses   Asset(id)
MATCH (start:Asset {id: $start})
MATCH path = (start)<-[:{{eras}}*1..{{depth}}]-(v)
WHERE all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
  AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)
  AND ($kinds IS NULL OR f.kind IN $kinds))
  AND all(n IN nodes(path) WHERE {{known n}})
WITH v, min(length(path)) AS distance
WITH v.id AS id, distance, CASE WHEN {{open v}} THEN null ELSE 'Hidden:' + randomUUID() END AS veil
WHERE $among IS NULL OR id IN $among
RETURN id, distance, veil
ORDER BY distance, coalesce(veil, id)
LIMIT $limit
