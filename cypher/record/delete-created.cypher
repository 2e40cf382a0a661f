// Takes out the records that a load made; commits in batches by itself. 撤销装载：删除新增记录
//
// @mode  write
// @param load String!
// @rows  none
MATCH (r:Record)
WHERE r.load = $load
CALL (r) {
  DETACH DELETE r
} IN TRANSACTIONS OF 2000 ROWS
