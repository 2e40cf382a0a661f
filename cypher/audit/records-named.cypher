// Audit records by id. 按编号查审计记录
//
// @mode  read
// @param ids     [String!]!
// @row   id      String!
// @row   content String!
// @rows  many
// @uses  AuditRecord(id)
UNWIND $ids AS id
MATCH (r:AuditRecord {id: id})
RETURN r.id AS id, r.content AS content
