// Writes what changes of findings; a property given as null goes. 写入合规问题
//
// @mode  write
// @param rows [Map!]! each {id, properties}
// @rows  none
// @uses  Finding(id)
UNWIND $rows AS row
MERGE (f:Finding {id: row.id})
SET f += row.properties
