// Writes records that the registry does not hold yet. 新增记录
//
// @mode  write
// @param rows [Map!]!  each {id, labels, properties}
// @rows  none
// @uses  Record(id)
UNWIND $rows AS row
MERGE (r:Record {id: row.id})
SET r:$(row.labels)
SET r = row.properties
