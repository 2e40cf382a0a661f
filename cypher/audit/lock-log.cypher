// Takes the log for one transaction, so that one sealer at a time extends it; makes it with the first. 锁定审计日志
//
// @mode  write
// @param sealer String!
// @row   id     String!  the log's own, random: heads of two logs cannot be taken for each other
// @row   size   Integer! how many records are sealed
// @row   head   String   digest of the last head; null: there is none
// @rows  one
// @uses  AuditLog(name)
MERGE (l:AuditLog {name: 'audit'})
ON CREATE SET l.id = randomUUID(), l.size = 0
SET l.lock = $sealer
RETURN l.id AS id, l.size AS size, l.head AS head
