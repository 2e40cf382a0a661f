// Gives records back what they said before a load, and forgets that it was replaced. 撤销装载：恢复原记录
//
// @mode  write
// @param rows  [Map!]!    each {id, properties}
// @param load  String!
// @param owned [String!]!
// @rows  none
// @uses  Record(id)
UNWIND $rows AS row
MATCH (r:Record {id: row.id})-[:WAS]->(v:Version {endedBy: $load})
USING INDEX r:Record(id)
DETACH DELETE v
SET r = row.properties
WITH r
CALL (r) {
  MATCH (r)-[edge:$any($owned)]->()
  DELETE edge
}
