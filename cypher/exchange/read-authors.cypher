// By which deeds the contents of some records were written, present and former. 内容出自何行为
//
// @mode  read
// @param ids        [String!]!
// @row   id         String!
// @row   digest     String
// @row   deed       String     id of the load or act; null: nothing tells
// @row   recordedAt Integer
// @row   former     [Map!]!    each {digest, content, deed, from, to}
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN r.id AS id, r.digest AS digest, coalesce(r.deed, r.load) AS deed, r.recordedAt AS recordedAt,
  COLLECT {
    MATCH (r)-[:WAS]->(v:Version)
    RETURN {digest: v.digest, content: v.content, deed: v.load, from: v.from, to: v.to}
  } AS former
