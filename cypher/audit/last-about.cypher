// The last sealed record about a subject before a place of the log. 对象此前的末条记录
// The sum keeps the plan from starting at all records before the place.
//
// @mode  read
// @param subject String!
// @param before  Integer!
// @row   id      String
// @row   sealed  Integer!
// @rows  maybe
// @uses  AuditSubject(id)
MATCH (s:AuditSubject {id: $subject})<-[:CONCERNS]-(r:AuditRecord)
WHERE r.sealed + 0 < $before
RETURN r.id AS id, r.sealed AS sealed
ORDER BY sealed DESC
LIMIT 1
