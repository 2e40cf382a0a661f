// Says which deed wrote former contents that a dump carried. 恢复历史版本所出行为
//
// @mode  write
// @param deed String!
// @param rows [[Any]!]! each id, digest, from, to
// @rows  none
// @uses  Record(id)
UNWIND $rows AS row
MATCH (r:Record {id: row[0]})-[:WAS]->(v:Version)
WHERE v.digest = row[1] AND v.from = row[2] AND v.to = row[3]
SET v.load = $deed
