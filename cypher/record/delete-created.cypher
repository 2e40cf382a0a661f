// Takes out the records that a load made, with their history; commits in batches by itself. 撤销装载：删除新增记录
//
// @mode  write
// @param load String!
// @rows  none
// @scans marks of a load have no index: taking one back is rare
MATCH (r:Record)
WHERE r.load = $load
CALL (r) {
  OPTIONAL MATCH (r)-[:WAS]->(v:Version)
  DETACH DELETE v, r
} IN TRANSACTIONS OF 2000 ROWS
