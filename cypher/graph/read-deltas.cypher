// What was touched by the changes since a generation of the registry; a generation that is missing touched anything. 变动范围
//
// @mode  read
// @param after Integer!  a generation
// @param upTo  Integer!  a later one
// @row   generation Integer!
// @row   records    [String!]!
// @row   from       [String!]!
// @row   to         [String!]!
// @rows  many
// @uses  Delta(generation)
MATCH (d:Delta)
WHERE d.generation > $after AND d.generation <= $upTo
RETURN d.generation AS generation, d.records AS records, d.from AS from, d.to AS to
