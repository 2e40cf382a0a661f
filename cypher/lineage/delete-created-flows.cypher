// Takes out the flows that a load recorded; commits in batches by itself. 撤销装载：删除新增数据流
//
// @mode  write
// @param load String!
// @rows  none
MATCH ()-[f:FLOWS_TO|FLOWED_TO]->()
WHERE f.load = $load
CALL (f) {
  DELETE f
} IN TRANSACTIONS OF 5000 ROWS
