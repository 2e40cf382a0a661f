// Contents of records by id. 按编号读取记录
//
// @mode  read
// @param ids [String!]!
// @row   id         String!
// @row   content    String!
// @row   recordedAt Integer!
// @row   load       String   the load or act that wrote it
// @row   sight      String!  who may know of it: its class, who it belongs to, where it lies
// @row   owner      String
// @row   place      String
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
WHERE r.content IS NOT NULL
RETURN r.id AS id, r.content AS content, r.recordedAt AS recordedAt, coalesce(r.deed, r.load) AS load,
  r.sight AS sight, r.owner AS owner, r.place AS place
