// A record with a place beyond the end of the log. 超出日志末尾的记录
//
// @mode  read
// @param size   Integer!
// @row   id     String
// @row   sealed Integer!
// @rows  maybe
// @uses  AuditRecord(sealed)
MATCH (r:AuditRecord)
WHERE r.sealed >= $size
RETURN r.id AS id, r.sealed AS sealed
ORDER BY sealed
LIMIT 1
