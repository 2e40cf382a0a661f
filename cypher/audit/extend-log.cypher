// Notes how many records are sealed now, and the head that covers them. 更新日志并写入树头
//
// @mode  write
// @param size   Integer!
// @param jws    String!   the signed head
// @param digest String!   its digest
// @rows  none
// @uses  AuditLog(name)
MATCH (l:AuditLog {name: 'audit'})
SET l.size = $size, l.head = $digest
CREATE (:AuditHead {size: $size, jws: $jws})
