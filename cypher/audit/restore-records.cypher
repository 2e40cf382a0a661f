// Writes sealed records of a dump back, with what they are about. 恢复审计记录
//
// @mode  write
// @param rows [Map!]!  properties, subjects: ids; in order of the log
// @rows  none
// @uses  AuditSubject(id)
UNWIND $rows AS row
CREATE (r:AuditRecord)
SET r = row.properties
WITH r, row
UNWIND row.subjects AS subject
MERGE (s:AuditSubject {id: subject})
SET s.last = r.digest
CREATE (r)-[:CONCERNS]->(s)
