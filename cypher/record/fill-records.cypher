// Writes records that something written earlier named already. 补全已被引用的记录
//
// @mode  write
// @param rows [Map!]!  each {id, labels, properties}
// @rows  none
// @uses  Record(id)
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
SET r:$(row.labels)
SET r = row.properties
