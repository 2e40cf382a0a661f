// Writes the record of a deed, not sealed yet, and binds it to what the deed is about. 写入审计记录
//
// @mode   write
// @param  record   Map!       the record's properties
// @param  subjects [String!]!
// @param  digest   String!    the record's digest
// @rows   none
// @uses   AuditSubject(id)
CREATE (r:AuditRecord:Unsealed)
SET r = $record
WITH r
UNWIND $subjects AS subject
MATCH (s:AuditSubject {id: subject})
SET s.last = $digest
CREATE (r)-[:CONCERNS]->(s)
