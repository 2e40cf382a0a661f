// The items of an asset, now or only named by flows, in order of id. 资产的信息项
//
// @mode  read
// @param asset String!
// @row   id String!
// @rows  many
// @uses  Asset(id)
MATCH (:Asset {id: $asset})<-[:ITEM_OF]-(i:Item)
RETURN i.id AS id
ORDER BY id
