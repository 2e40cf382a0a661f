// One page of findings that somebody decided on, in order of id. 分页读取已处置的合规问题
//
// @mode  read
// @param after String!  id of the last one of the page before; empty for the first page
// @param size  Integer!
// @row   id            String!
// @row   state         String!
// @row   reason        String
// @row   acceptedUntil String
// @rows  many
// @scans every finding is looked at, for verify
MATCH (f:Finding)
WHERE f.decidedBy IS NOT NULL AND f.id > $after
WITH f ORDER BY f.id LIMIT $size
RETURN f.id AS id, f.state AS state, f.reason AS reason, f.acceptedUntil AS acceptedUntil
ORDER BY id
