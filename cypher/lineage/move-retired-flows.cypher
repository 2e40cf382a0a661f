// Moves flows that were retired to the type that only questions about the past walk. 归档已停用的数据流
//
// @mode  write
// @param before Integer! flows retired at or before this moment, epoch milliseconds
// @rows  none
// @uses  FLOWS_TO(retiredAt)
MATCH (a)-[f:FLOWS_TO]->(b)
WHERE f.retiredAt <= $before
CALL (a, f, b) {
  CREATE (a)-[past:FLOWED_TO]->(b)
  SET past = properties(f)
  DELETE f
} IN TRANSACTIONS OF 5000 ROWS
