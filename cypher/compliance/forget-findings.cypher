// Takes all findings out; commits in batches by itself. 清除合规问题
//
// @mode  write
// @rows  none
// @scans only where a load is taken back that was the first
MATCH (f:Finding)
CALL (f) {
  DELETE f
} IN TRANSACTIONS OF 2000 ROWS
