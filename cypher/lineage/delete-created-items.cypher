// Takes out the items that a load made; commits in batches by itself. 撤销装载：删除新增信息项
//
// @mode  write
// @param load String!
// @rows  none
MATCH (i:Item)
WHERE i.load = $load
CALL (i) {
  DETACH DELETE i
} IN TRANSACTIONS OF 5000 ROWS
