// Retires assertions that the registry no longer holds true, at asset and at item level. 停用数据流
//
// @mode   write
// @inline era FLOWS_TO,FLOWED_TO
// @param  rows [Map!]! each {key, recordedAt, retiredAt}
// @param  load String!
// @rows   none
// @uses   FLOWS_TO(key) FLOWED_TO(key)
UNWIND $rows AS row
MATCH ()-[f:{{era}} {key: row.key}]->()
WHERE f.recordedAt = row.recordedAt
SET f.retiredAt = row.retiredAt, f.endedBy = $load
