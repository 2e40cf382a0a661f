// Everything downstream of a start, nearest first: breadth first with a visited set. 下游血缘
//
// @mode   read
// @inline depth Natural                          edges from the start; nothing: no limit
// @inline level Asset,Item                       walk over assets or over their items
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO      the second for questions about the past
// @param  starts  [String!]!
// @param  asOf    Integer!   flows in force at this moment, epoch milliseconds
// @param  knownAt Integer!   and known to the registry at this one
// @param  kinds   [String!]  only flows of these kinds; null: all
// @param  limit   Integer!   vertices at most
// @row    id       String!
// @row    distance Integer!
// @rows   many
// @uses   Asset(id) Item(id)
UNWIND $starts AS startId
CALL (startId) {
  MATCH (start:{{level}} {id: startId})
  MATCH path = (start)-[:{{eras}}*1..{{depth}}]->(v)
  WHERE all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
    AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)
    AND ($kinds IS NULL OR f.kind IN $kinds))
  WITH v, min(length(path)) AS steps
  RETURN v.id AS id, steps
  ORDER BY steps, id
  LIMIT $limit
}
RETURN id, min(steps) AS distance
ORDER BY distance, id
LIMIT $limit
