// Records that wait to be sealed, in order of id, those beyond an id. 待封存记录分页
//
// @mode  read
// @param after    String!
// @param limit    Integer!
// @row   id       String!
// @row   content  String
// @row   digest   String
// @row   stated   Map!       at, act, actor, request as questions see them
// @row   subjects [String!]! ids of what it is bound to
// @rows  many
// @scans what waits is what was done within the last second
MATCH (r:Unsealed)
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN r.id AS id, r.content AS content, r.digest AS digest, r {.at, .act, .actor, .request} AS stated,
  COLLECT { MATCH (r)-[:CONCERNS]->(s:AuditSubject) RETURN s.id } AS subjects
ORDER BY id
