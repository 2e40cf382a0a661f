// Where records stand in the log, by digest. 按摘要查位置
//
// @mode  read
// @param digests [String!]!
// @row   digest  String!
// @row   sealed  Integer   null: it waits to be sealed
// @row   id      String!
// @rows  many
// @uses  AuditRecord(digest)
UNWIND $digests AS wanted
MATCH (r:AuditRecord {digest: wanted})
RETURN r.digest AS digest, r.sealed AS sealed, r.id AS id
