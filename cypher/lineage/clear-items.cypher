// Marks the items of assets as former, and lets go of the elements they realised, before their present ones are written.
//
// @mode  write
// @param assets [String!]!
// @rows  none
// @uses  Asset(id)
UNWIND $assets AS asset
MATCH (:Asset {id: asset})<-[:ITEM_OF]-(i:Item)
SET i.current = false
WITH i
MATCH (i)-[realises:REALISES]->()
DELETE realises
