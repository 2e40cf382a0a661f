// Audit records of one act, latest first. 按行为查审计记录
//
// @mode  read
// @param act      String!
// @param actor    String    null: any
// @param from     Integer!
// @param to       Integer!  not included
// @param beforeAt Integer!  the page begins after this record …
// @param beforeId String!   … in order
// @param limit    Integer!
// @row   id       String!
// @row   at       Integer!
// @row   content  String!
// @row   digest   String!
// @row   sealed   Integer   its place; null: it waits to be sealed
// @rows  many
// @uses  AuditRecord(act,at,id)
MATCH (r:AuditRecord)
USING INDEX r:AuditRecord(act, at, id)
WHERE r.act = $act AND r.at >= $from AND r.at < $to AND r.at <= $beforeAt
  AND r.id IS NOT NULL AND (r.at < $beforeAt OR r.id < $beforeId)
  AND ($actor IS NULL OR r.actor = $actor)
RETURN r.id AS id, r.at AS at, r.content AS content, r.digest AS digest, r.sealed AS sealed
ORDER BY r.at DESC, r.id DESC
LIMIT $limit
