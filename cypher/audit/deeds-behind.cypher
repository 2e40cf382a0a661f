// Deeds by which a record came to say what it says: those named, and all others about it but readings, oldest first. 变更来历
//
// @mode  read
// @param id    String!
// @param deeds [String!]! ids of deeds or loads that wrote one of its contents
// @row   id      String!
// @row   content String!
// @rows  many
// @uses  AuditSubject(id) AuditRecord(id)
CALL () {
  UNWIND $deeds AS deed
  MATCH (r:AuditRecord {id: deed})
  RETURN r
  UNION
  MATCH (:AuditSubject {id: $id})<-[:CONCERNS]-(r:AuditRecord)
  WHERE r.act <> 'record:read'
  RETURN r
}
RETURN r.id AS id, r.content AS content
ORDER BY r.at, id
