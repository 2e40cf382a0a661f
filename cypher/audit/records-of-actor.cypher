// Audit records of one actor, latest first. 按行为人查审计记录
//
// @mode  read
// @param actor    String!
// @param act      String    null: any
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
// @uses  AuditRecord(actor,at,id)
MATCH (r:AuditRecord)
USING INDEX r:AuditRecord(actor, at, id)
WHERE r.actor = $actor AND r.at >= $from AND r.at < $to AND r.at <= $beforeAt
  AND r.id IS NOT NULL AND (r.at < $beforeAt OR r.id < $beforeId)
  AND ($act IS NULL OR r.act = $act)
RETURN r.id AS id, r.at AS at, r.content AS content, r.digest AS digest, r.sealed AS sealed
ORDER BY r.at DESC, r.id DESC
LIMIT $limit
