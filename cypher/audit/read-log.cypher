// Where the log stands. 审计日志状态
//
// @mode read
// @row  id   String!
// @row  size Integer!  how many records are sealed
// @row  head String    digest of the last head; null: there is none
// @rows maybe
// @uses AuditLog(name)
MATCH (l:AuditLog {name: 'audit'})
RETURN l.id AS id, l.size AS size, l.head AS head
