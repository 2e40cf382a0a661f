// The levels that assets' items and lineage make of them. 计算级别
//
// @mode  read
// @param ids    [String!]!
// @param sights Map!        what the viewer may know of, see identity/sights.ts
// @row   id       String!
// @row   computed Integer
// @rows  many
// @uses  Asset(id)
UNWIND $ids AS id
MATCH (a:Asset {id: id})
WHERE $sights.everything OR a.owner IN $sights.own OR a.place IN $sights.under OR a.id IN $sights.covered
RETURN a.id AS id, a.computedLevel AS computed
