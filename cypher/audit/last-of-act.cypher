// The last record of certain acts about each of some subjects. 对象最近一次某类行为的记录
//
// @mode  read
// @param subjects [String!]!
// @param acts     [String!]!
// @row   subject  String!
// @row   content  String!
// @rows  many
// @uses  AuditSubject(id)
UNWIND $subjects AS subject
MATCH (s:AuditSubject {id: subject})
CALL (s) {
  MATCH (s)<-[:CONCERNS]-(r:AuditRecord)
  WHERE r.act IN $acts
  RETURN r
  ORDER BY r.at DESC, r.id DESC
  LIMIT 1
}
RETURN subject, r.content AS content
