// Takes back the retirements that a load made; commits in batches by itself. 撤销装载：恢复停用的数据流
//
// @mode  write
// @param load String!
// @rows  none
// @scans marks of a load have no index: taking one back is rare
// @scans marks of a load have no index: taking one back is rare
MATCH ()-[f:FLOWS_TO]->()
WHERE f.endedBy = $load
CALL (f) {
  SET f.retiredAt = f.retiredBefore, f.retiredBefore = null, f.endedBy = null
} IN TRANSACTIONS OF 5000 ROWS
