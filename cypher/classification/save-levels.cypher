// Writes levels that a run computed anew; null for what has none any more. 写入计算级别
//
// @mode  write
// @param rows [Map!]! each {id, level}
// @rows  none
// @uses  Asset(id)
UNWIND $rows AS row
MATCH (a:Asset {id: row.id})
SET a.computedLevel = row.level
