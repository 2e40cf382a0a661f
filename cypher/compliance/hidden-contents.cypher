// What those of some records say that a viewer may not see: so that their names can be taken out of what he is told. 不可见记录
//
// @mode  read
// @param ids    [String!]!
// @param sights Map!        what the viewer may see, see identity/sights.ts
// @row   id      String!
// @row   content String!
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
WHERE r.content IS NOT NULL AND NOT {{open r}}
RETURN r.id AS id, r.content AS content
