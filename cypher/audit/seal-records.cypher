// Gives records their places in the log, for good. 封存记录
//
// @mode  write
// @param rows [Map!]!  id, sealed: the place, from 0 on
// @rows  none
// @uses  AuditRecord(id)
UNWIND $rows AS row
MATCH (r:AuditRecord {id: row.id})
SET r.sealed = row.sealed
REMOVE r:Unsealed
