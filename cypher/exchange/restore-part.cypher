// Writes back what a dump tells that a batch of a load wrote; writing it twice gives it once. 恢复装载所写清单
//
// @mode  write
// @param load  String!
// @param at    Integer!
// @param lines [String!]!
// @rows  none
// @uses  Load(id)
MERGE (l:Load {id: $load})
ON CREATE SET l.state = 'DONE', l.files = [], l.closedAt = 0
MERGE (l)-[:WROTE]->(p:LoadPart {at: $at})
SET p.lines = $lines
