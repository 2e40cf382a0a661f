// Sealed records in order of the log, those from a place on. 已封存记录分页
//
// @mode  read
// @param from     Integer!
// @param limit    Integer!
// @row   id       String
// @row   sealed   Integer!
// @row   content  String
// @row   digest   String
// @row   stated   Map!       at, act, actor, request as questions see them
// @row   subjects [String!]! ids of what it is bound to
// @row   open     Boolean!   whether it also bears the mark of those that wait
// @rows  many
// @uses  AuditRecord(sealed)
MATCH (r:AuditRecord)
WHERE r.sealed >= $from
WITH r
ORDER BY r.sealed
LIMIT $limit
RETURN r.id AS id, r.sealed AS sealed, r.content AS content, r.digest AS digest, r {.at, .act, .actor, .request} AS stated,
  COLLECT { MATCH (r)-[:CONCERNS]->(s:AuditSubject) RETURN s.id } AS subjects, r:Unsealed AS open
ORDER BY sealed
