// Which of these items exist, now or in the history of their asset.
//
// @mode  read
// @param ids [String!]!
// @row   id String!
// @rows  many
// @uses  Item(id)
UNWIND $ids AS id
MATCH (i:Item {id: id})
RETURN i.id AS id
