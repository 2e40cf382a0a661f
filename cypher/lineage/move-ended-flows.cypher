// Moves flows that have ended to the type that only questions about the past walk. 归档已结束的数据流
//
// @mode  write
// @param before Integer! flows that ended at or before this moment, epoch milliseconds
// @rows  none
// @uses  FLOWS_TO(validTo)
MATCH (a)-[f:FLOWS_TO]->(b)
WHERE f.validTo <= $before
CALL (a, f, b) {
  CREATE (a)-[past:FLOWED_TO]->(b)
  SET past = properties(f)
  DELETE f
} IN TRANSACTIONS OF 5000 ROWS
