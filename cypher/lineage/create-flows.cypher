// Records flows between assets. 新增数据流
//
// @mode   write
// @inline era FLOWS_TO,FLOWED_TO
// @param  rows [Map!]! each {from, to, properties}
// @rows   none
// @uses   Asset(id)
UNWIND $rows AS row
MATCH (a:Asset {id: row.from})
MATCH (b:Asset {id: row.to})
CREATE (a)-[f:{{era}}]->(b)
SET f = row.properties
