// One page of the records of a type, in order of id. 分页读取某类记录
//
// @mode  read
// @param prefix String!  type and colon, as ids begin
// @param after  String!  id of the last one of the page before; the prefix for the first page
// @param size   Integer!
// @row   id         String!
// @row   content    String!
// @row   recordedAt Integer!
// @row   versions   Integer! former contents
// @rows  many
// @uses  Record(id)
MATCH (r:Record)
WHERE r.id STARTS WITH $prefix AND r.id > $after
WITH r ORDER BY r.id LIMIT $size
RETURN r.id AS id, r.content AS content, r.recordedAt AS recordedAt, COUNT { (r)-[:WAS]->() } AS versions
ORDER BY id
