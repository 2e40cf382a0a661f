// Writes the data items of assets that are new themselves. 新增信息项
//
// @mode  write
// @param rows [Map!]! each {asset, properties}
// @rows  none
// @uses  Asset(id)
UNWIND $rows AS row
MATCH (a:Asset {id: row.asset})
CREATE (i:Item)-[:ITEM_OF]->(a)
SET i = row.properties
