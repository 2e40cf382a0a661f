// Writes data items of assets: those an asset has now, and those that only a flow names. 写入信息项
//
// @mode  write
// @param rows [Map!]! each {id, asset, name, foldedName, code, share, at, current}
// @param load String!
// @rows  none
// @uses  Asset(id) Item(id)
UNWIND $rows AS row
MATCH (a:Asset {id: row.asset})
MERGE (i:Item {id: row.id})
ON CREATE SET i.load = $load, i.asset = row.asset
SET i.name = row.name, i.foldedName = row.foldedName, i.code = row.code, i.share = row.share, i.at = row.at,
    i.current = row.current
MERGE (i)-[:ITEM_OF]->(a)
