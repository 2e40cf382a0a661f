// Everything upstream of some data items, nearest first: breadth first with a visited set. 信息项上游血缘
//
// @mode   read
// @inline depth Natural                          edges from the start; nothing: no limit
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO      the second for questions about the past
// @param  starts  [String!]!
// @param  asOf    Integer!   flows in force at this moment, epoch milliseconds
// @param  knownAt Integer!   and known to the registry at this one
// @param  kinds   [String!]  only flows of these kinds; null: all
// @param  limit   Integer!   vertices at most
// @param  among   [String!]  only these of all that it reaches; null: any
// @param  assets  [String!]  only items of these assets: those the viewer may know of; null: all
// @param  open    [String!]!  assets among them that he may see
// @row    id       String!
// @row    distance Integer!
// @row    veil     String    an opaque id, good for one answer, of what the viewer may not see; ties go by it
// @rows   many
// @uses   Item(id)
UNWIND $starts AS startId
CALL (startId) {
  MATCH (start:Item {id: startId})
  MATCH path = (start)<-[:{{eras}}*1..{{depth}}]-(v)
  WHERE all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
    AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)
    AND ($kinds IS NULL OR f.kind IN $kinds))
    AND all(n IN nodes(path) WHERE $assets IS NULL OR n.asset IN $assets)
  WITH v, min(length(path)) AS steps
  WITH v.id AS id, steps, CASE WHEN $assets IS NULL OR v.asset IN $open THEN null ELSE 'Hidden:' + randomUUID() END AS mask
  WHERE $among IS NULL OR id IN $among
  RETURN id, steps, mask
  ORDER BY steps, coalesce(mask, id)
  LIMIT $limit
}
WITH id, min(steps) AS distance, min(mask) AS veil
RETURN id, distance, veil
ORDER BY distance, coalesce(veil, id)
LIMIT $limit
