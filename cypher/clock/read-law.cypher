// Profiles and holidays that were loaded 已装载的规则档案和节假日, retired ones too.
//
// @mode  read
// @param types [String!]!  how their ids begin
// @row   id        String!
// @row   content   String!
// @row   retiredAt Integer
// @rows  many
// @uses  Record(id)
UNWIND $types AS type
MATCH (r:Record)
WHERE r.id STARTS WITH type AND r.content IS NOT NULL
RETURN r.id AS id, r.content AS content, r.retiredAt AS retiredAt
ORDER BY id
