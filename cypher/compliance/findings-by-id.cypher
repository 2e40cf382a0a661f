// Findings by id. 按编号查合规问题
//
// @mode  read
// @param ids [String!]!
// @row   finding Map!
// @rows  many
// @uses  Finding(id)
UNWIND $ids AS id
MATCH (f:Finding {id: id})
RETURN properties(f) AS finding
