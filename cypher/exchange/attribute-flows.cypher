// Says which deed recorded, or retired, assertions of flows that a dump carried. 恢复数据流所出行为
//
// @mode   write
// @inline era  FLOWS_TO,FLOWED_TO
// @param  deed String!
// @param  rows [[Any]!]! each key, recorded, whether it was retired by that deed, else recorded by it
// @rows   none
// @uses   FLOWS_TO(key) FLOWED_TO(key)
UNWIND $rows AS row
MATCH (:Asset)-[f:{{era}} {key: row[0]}]->(:Asset)
WHERE f.recordedAt = row[1]
SET f.deed = CASE WHEN row[2] THEN f.deed ELSE $deed END, f.endedBy = CASE WHEN row[2] THEN $deed ELSE f.endedBy END
