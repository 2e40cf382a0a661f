// Takes back the retirements that a load made; commits in batches by itself. 撤销装载：恢复停用的数据流
//
// @mode  write
// @param load String!
// @rows  none
MATCH ()-[f:FLOWS_TO|FLOWED_TO]->()
WHERE f.endedBy = $load
CALL (f) {
  REMOVE f.retiredAt, f.endedBy
} IN TRANSACTIONS OF 5000 ROWS
