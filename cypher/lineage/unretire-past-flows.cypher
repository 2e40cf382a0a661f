// Takes back the retirements that a load made of flows that stand as past by now: they come back. 撤销装载：恢复已归档的数据流
//
// @mode  write
// @param load String!
// @rows  none
// @scans marks of a load have no index: taking one back is rare
// @scans marks of a load have no index: taking one back is rare
MATCH (a)-[f:FLOWED_TO]->(b)
WHERE f.endedBy = $load
CALL (a, f, b) {
  CREATE (a)-[back:FLOWS_TO]->(b)
  SET back = properties(f), back.retiredAt = f.retiredBefore, back.retiredBefore = null, back.endedBy = null
  DELETE f
} IN TRANSACTIONS OF 5000 ROWS
