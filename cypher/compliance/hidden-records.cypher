// Which of some records a viewer may not see, and of which of these he may know that they are there. 不可见记录
//
// @mode  read
// @param ids    [String!]!
// @param sights Map!        what the viewer may see, see identity/sights.ts
// @row   id     String!
// @row   hinted Boolean!
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
WHERE r.content IS NOT NULL AND NOT {{open r}}
RETURN r.id AS id, coalesce({{known r}}, false) AS hinted
