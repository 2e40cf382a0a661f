// Notes what a batch of a load wrote, line by line, so that verify can tell whether it still stands. 记下一批所写
//
// @mode  write
// @param load  String!
// @param at    Integer!   its place among the load's parts
// @param lines [String!]!
// @rows  none
// @uses  Load(id)
MATCH (l:Load {id: $load})
CREATE (l)-[:WROTE]->(:LoadPart {at: $at, lines: $lines})
