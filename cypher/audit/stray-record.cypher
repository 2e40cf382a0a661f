// A record that is neither sealed nor waits to be. 既未封存又不待封存的记录
//
// @mode  read
// @row   id String
// @rows  maybe
// @scans asked by verify alone, which reads every record
MATCH (r:AuditRecord)
WHERE r.sealed IS NULL AND NOT r:Unsealed
RETURN r.id AS id
LIMIT 1
