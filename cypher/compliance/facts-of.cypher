// What some records say, for the rules. 规则取数：指定记录
//
// @mode  read
// @param ids [String!]!
// @row   id      String!
// @row   content String!
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN r.id AS id, coalesce(r.content, '') AS content
