// What queries see of some records: labels, properties, and the records they name. 核对：投影
//
// @mode  read
// @param ids   [String!]!
// @param owned [String!]! relationship types by which records name others
// @row   id         String!
// @row   labels     [String!]!
// @row   properties Map!
// @row   edges      [Map!]!  each {type, to, at}
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN r.id AS id, labels(r) AS labels, properties(r) AS properties,
  COLLECT { MATCH (r)-[e:$any($owned)]->(b) RETURN {type: type(e), to: b.id, at: e.at} } AS edges
