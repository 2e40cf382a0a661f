// Notes how far a dump's log has been written back, under the heads it had. 恢复审计日志状态
//
// @mode  write
// @param id    String!
// @param size  Integer!
// @param head  String     digest of the last head so far
// @param heads [Map!]!    size, jws
// @rows  none
// @uses  AuditLog(name)
MATCH (l:AuditLog {name: 'audit'})
SET l.id = $id, l.size = $size, l.head = $head
WITH l
UNWIND $heads AS head
CREATE (:AuditHead {size: head.size, jws: head.jws})
