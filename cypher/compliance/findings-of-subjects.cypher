// Findings about some records, in their order. 某些记录的合规问题
//
// @mode  read
// @param subjects [String!]!
// @param states   [String!]!
// @row   finding Map!
// @rows  many
// @uses  Finding(subject)
UNWIND $subjects AS subject
MATCH (f:Finding {subject: subject})
WHERE f.state IN $states
RETURN properties(f) AS finding
ORDER BY f.rank
