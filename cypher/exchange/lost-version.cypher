// A former content that came with a dump's history and does not stand any more. 核对：随导出带来而今不存的历史版本
//
// @mode  read
// @param rows [Map!]! each {id, digest, from, to}
// @row   id   String!
// @rows  maybe
// @uses  Record(id)
UNWIND $rows AS row
OPTIONAL MATCH (r:Record {id: row.id})
WITH row, r
WHERE NOT EXISTS {
  MATCH (r)-[:WAS]->(v:Version)
  WHERE v.load IS NULL AND v.digest = row.digest AND v.from = row.from AND v.to = row.to
}
RETURN row.id AS id
LIMIT 1
