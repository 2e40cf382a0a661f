// What batches of a load wrote, as it was noted then, a few at a time in order. 分页读取装载所写清单
//
// @mode  read
// @param load  String!
// @param after Integer!   the last one of the page before; -1 for the first page
// @param limit Integer!
// @row   at    Integer!
// @row   lines [String!]!
// @rows  many
// @uses  Load(id)
MATCH (:Load {id: $load})-[:WROTE]->(p:LoadPart)
WHERE p.at > $after
WITH p ORDER BY p.at LIMIT $limit
RETURN p.at AS at, p.lines AS lines
ORDER BY at
