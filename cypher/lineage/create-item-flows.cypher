// Records flows between data items, one a pair that a flow maps. 新增信息项数据流
//
// @mode   write
// @inline era FLOWS_TO,FLOWED_TO
// @param  rows [Map!]! each {from, to, properties}
// @rows   none
// @uses   Item(id)
UNWIND $rows AS row
MATCH (a:Item {id: row.from})
MATCH (b:Item {id: row.to})
CREATE (a)-[f:{{era}}]->(b)
SET f = row.properties
