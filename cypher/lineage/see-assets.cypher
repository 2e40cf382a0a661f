// Which of some assets are written down, and what the viewer may see of them. 是否存在、可否知悉
//
// @mode   read
// @param  ids    [String!]!
// @param  sights Map!       see identity/sights.ts
// @row    id    String!
// @row    open  Boolean!
// @row    known Boolean!
// @rows   many
// @uses   Asset(id)
UNWIND $ids AS id
MATCH (v:Asset {id: id})
RETURN v.id AS id, {{open v}} AS open, {{known v}} AS known
