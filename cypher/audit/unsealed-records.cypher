// Records that wait to be sealed, oldest first. 待封存记录
//
// @mode  read
// @param limit   Integer!
// @row   id      String!
// @row   content String!
// @row   digest  String!
// @rows  many
// @scans what waits is what was done within the last second
MATCH (r:Unsealed)
WITH r
ORDER BY r.at, r.id
LIMIT $limit
RETURN r.id AS id, r.content AS content, r.digest AS digest
