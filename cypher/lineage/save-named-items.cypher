// Writes data items that a flow names and nobody wrote down yet. 写入数据流提到的信息项
//
// @mode  write
// @param rows [Map!]! each {id, asset, name, foldedName}
// @param load String!
// @rows  none
// @uses  Asset(id) Item(id)
UNWIND $rows AS row
MATCH (a:Asset {id: row.asset})
MERGE (i:Item {id: row.id})
ON CREATE SET i.load = $load, i.asset = row.asset, i.name = row.name, i.foldedName = row.foldedName, i.current = false
MERGE (i)-[:ITEM_OF]->(a)
