// A record that something names and nobody wrote; for verify. 核对：只被引用而无内容的记录
//
// @mode  read
// @row   id String!
// @rows  maybe
// @scans every record is looked at, for verify
MATCH (r:Record)
WHERE r.content IS NULL
RETURN r.id AS id
LIMIT 1
