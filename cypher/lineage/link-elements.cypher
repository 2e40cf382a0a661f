// Says which standard elements items realise. 信息项对应数据元
//
// @mode  write
// @param rows [Map!]! each {item, element}
// @param load String!
// @rows  none
// @uses  Item(id) Record(id)
UNWIND $rows AS row
MATCH (i:Item {id: row.item})
MERGE (e:Record {id: row.element})
ON CREATE SET e.load = $load
MERGE (i)-[:REALISES]->(e)
