// One page of all records, for the rules: what they say, and the level computed last. 规则取数：记录
//
// @mode  read
// @param after String!  id of the last one of the page before; empty for the first page
// @param size  Integer!
// @row   id            String!
// @row   content       String!
// @row   computedLevel Integer
// @rows  many
// @uses  Record(id)
MATCH (r:Record)
WHERE r.id > $after
WITH r ORDER BY r.id LIMIT $size
RETURN r.id AS id, coalesce(r.content, '') AS content, r.computedLevel AS computedLevel
ORDER BY id
