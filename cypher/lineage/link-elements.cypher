// Says which standard elements items realise. 信息项对应数据元
//
// @mode  write
// @param rows [[String!]!]! each item, element
// @rows  none
// @uses  Item(id) Record(id)
UNWIND $rows AS row
MATCH (i:Item {id: row[0]})
MATCH (e:Record {id: row[1]})
CREATE (i)-[:REALISES]->(e)
