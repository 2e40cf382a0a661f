// Contents of records by id. 按编号读取记录
//
// @mode  read
// @param ids [String!]!
// @row   id         String!
// @row   content    String!
// @row   recordedAt Integer!
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
WHERE r.content IS NOT NULL
RETURN r.id AS id, r.content AS content, r.recordedAt AS recordedAt
