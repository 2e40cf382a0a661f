// The items that assets have now, for verify: what queries see of them. 核对：信息项
//
// @mode  read
// @param assets [String!]!
// @row   asset   String!
// @row   id      String!
// @row   at      Integer
// @row   element String
// @rows  many
// @uses  Asset(id)
UNWIND $assets AS asset
MATCH (:Asset {id: asset})<-[:ITEM_OF]-(i:Item)
WHERE i.current
OPTIONAL MATCH (i)-[:REALISES]->(e:Record)
RETURN asset, i.id AS id, i.at AS at, e.id AS element
ORDER BY asset, at, id
