// Whether an asset or item is written down. 是否存在
//
// @mode   read
// @inline level Asset,Item
// @param  ids [String!]!
// @row    id String!
// @rows   many
// @uses   Asset(id) Item(id)
UNWIND $ids AS id
MATCH (v:{{level}} {id: id})
RETURN v.id AS id
