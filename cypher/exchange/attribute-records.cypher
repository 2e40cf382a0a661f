// Says which deed wrote the present content of records that a dump carried. 恢复记录所出行为
//
// @mode  write
// @param deed String!
// @param ids  [String!]!
// @rows  none
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
SET r.deed = $deed
