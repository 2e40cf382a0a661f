// Which tile of leaves holds a digest. 摘要所在的哈希分块
//
// @mode  read
// @param digest String!
// @row   at     Integer!
// @row   hashes [String!]!
// @rows  maybe
// @uses  AuditTile(level,at)
MATCH (t:AuditTile {level: 0})
WHERE t.at >= 0 AND $digest IN t.hashes
RETURN t.at AS at, t.hashes AS hashes
ORDER BY at
LIMIT 1
