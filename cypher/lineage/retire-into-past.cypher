// Retires assertions as of a moment before the last sweep: they go to the past at once, at asset and at item level. 停用并归档数据流
//
// @mode  write
// @param rows [Map!]! each {key, recordedAt, retiredAt}
// @param load String!
// @rows  none
// @uses  FLOWS_TO(key)
UNWIND $rows AS row
MATCH (a)-[f:FLOWS_TO {key: row.key}]->(b)
WHERE f.recordedAt = row.recordedAt
CREATE (a)-[past:FLOWED_TO]->(b)
SET past = properties(f), past.retiredBefore = f.retiredAt, past.retiredAt = row.retiredAt, past.endedBy = $load
DELETE f
