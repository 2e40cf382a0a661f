// Sets when the registry recorded the present content of records that a dump carried.
//
// @mode  write
// @param rows [Map!]! each {id, recordedAt}
// @rows  none
// @uses  Record(id)
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
SET r.recordedAt = row.recordedAt
