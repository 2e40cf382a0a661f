// Replaces the content of records; what they said before goes into their history. 更新记录并保留历史
//
// @mode  write
// @param rows  [Map!]!    each {id, properties}
// @param owned [String!]! relationship types by which records name others
// @rows  none
// @uses  Record(id)
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
CREATE (r)-[:WAS]->(:Version {
  content: r.content, digest: r.digest, from: r.recordedAt, load: coalesce(r.deed, r.load),
  to: row.properties.recordedAt, endedBy: row.properties.load
})
SET r = row.properties
WITH r
CALL (r) {
  MATCH (r)-[edge:$any($owned)]->()
  DELETE edge
}
