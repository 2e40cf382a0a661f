// Profiles and holidays that were loaded 已装载的规则档案和节假日, retired ones too.
//
// @mode  read
// @row   id        String!
// @row   content   String!
// @row   retiredAt Integer
// @rows  many
// @scans profiles and notices are few
MATCH (r:Profile|Holidays)
WHERE r.content IS NOT NULL
RETURN r.id AS id, r.content AS content, r.retiredAt AS retiredAt
ORDER BY id
