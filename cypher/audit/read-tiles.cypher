// Hashes of subtrees, by tile. 读取哈希分块
//
// @mode  read
// @param places [Map!]!    level, at
// @row   level  Integer!
// @row   at     Integer!
// @row   hashes [String!]!
// @rows  many
// @uses  AuditTile(level,at)
UNWIND $places AS place
MATCH (t:AuditTile {level: place.level, at: place.at})
RETURN t.level AS level, t.at AS at, t.hashes AS hashes
