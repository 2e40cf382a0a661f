// A content that a deed wrote and that does not stand any more, now or in its record's history. 核对：行为所写而今不存的内容
//
// @mode  read
// @param rows [Map!]! each {deed, id, digest, at}; a null digest or moment asks nothing of that
// @row   id   String!
// @row   deed String!
// @rows  maybe
// @uses  Record(id)
UNWIND $rows AS row
OPTIONAL MATCH (r:Record {id: row.id})
WITH row, r, coalesce(r.deed, r.load, '') = row.deed AND coalesce(r.digest, '') = coalesce(row.digest, r.digest, '')
  AND coalesce(r.recordedAt, 0) = coalesce(row.at, r.recordedAt, 0) AS present
WHERE NOT present AND NOT EXISTS {
  MATCH (r)-[:WAS]->(v:Version)
  WHERE coalesce(v.load, '') = row.deed AND coalesce(v.digest, '') = coalesce(row.digest, v.digest, '')
    AND coalesce(v.from, 0) = coalesce(row.at, v.from, 0)
}
RETURN row.id AS id, row.deed AS deed
LIMIT 1
