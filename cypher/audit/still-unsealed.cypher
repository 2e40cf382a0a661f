// Which of some records, by digest, are there and wait to be sealed. 尚未封存者
//
// @mode  read
// @param digests [String!]!
// @row   digest  String!
// @rows  many
// @uses  AuditRecord(digest)
UNWIND $digests AS wanted
MATCH (r:AuditRecord {digest: wanted})
WHERE r:Unsealed
RETURN r.digest AS digest
