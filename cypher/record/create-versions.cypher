// Writes former contents of records that a dump carried. 装载历史版本
//
// @mode  write
// @param rows [Map!]! each {id, content, digest, from, to}
// @rows  none
// @uses  Record(id)
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
CREATE (r)-[:WAS]->(:Version {content: row.content, digest: row.digest, from: row.from, to: row.to})
