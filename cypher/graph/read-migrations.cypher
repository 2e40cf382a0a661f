// Migrations that were applied to this graph.
//
// @mode read
// @row  number   Integer!
// @row  checksum String!
// @rows many
MATCH (m:Migration)
RETURN m.number AS number, m.checksum AS checksum
ORDER BY number
