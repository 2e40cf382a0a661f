// Takes out what was noted of a load that is taken back; commits in batches by itself. 撤销装载：删除所写清单
//
// @mode  write
// @param load String!
// @rows  none
// @uses  Load(id)
MATCH (:Load {id: $load})-[:WROTE]->(p:LoadPart)
CALL (p) {
  DETACH DELETE p
} IN TRANSACTIONS OF 50 ROWS
