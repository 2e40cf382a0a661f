// Writes former contents of records that a dump carried; writing them twice gives them once. 装载历史版本
//
// @mode  write
// @param rows [Map!]! each {id, content, digest, from, to}
// @rows  none
// @uses  Record(id)
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
MERGE (r)-[:WAS]->(v:Version {digest: row.digest, from: row.from, to: row.to})
SET v.content = row.content
