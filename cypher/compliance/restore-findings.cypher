// Writes findings of a dump back, as far as what they are about is there. 恢复合规问题
//
// @mode  write
// @param rows [Map!]! each {id, subject, properties}
// @rows  none
// @uses  Record(id) Finding(id)
UNWIND $rows AS row
MATCH (:Record {id: row.subject})
MERGE (f:Finding {id: row.id})
SET f = row.properties
