// A subject whose last record is not there, or is not about it. 末条审计记录缺失的对象
//
// @mode  read
// @row   id   String!
// @row   last String
// @rows  maybe
// @uses  AuditRecord(digest)
// @scans asked by verify alone, which looks at every subject
MATCH (s:AuditSubject)
WHERE NOT EXISTS {
  MATCH (r:AuditRecord)
  WHERE r.digest = s.last AND EXISTS { (r)-[:CONCERNS]->(s) }
}
RETURN s.id AS id, s.last AS last
LIMIT 1
