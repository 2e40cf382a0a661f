// The levels that assets' items and lineage make of them. 计算级别
//
// @mode  read
// @param ids [String!]!
// @row   id       String!
// @row   computed Integer
// @rows  many
// @uses  Asset(id)
UNWIND $ids AS id
MATCH (a:Asset {id: id})
RETURN a.id AS id, a.computedLevel AS computed
