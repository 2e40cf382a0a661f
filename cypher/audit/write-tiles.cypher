// Writes hashes of subtrees, by tile. 写入哈希分块
//
// @mode  write
// @param tiles [Map!]!  level, at, hashes
// @rows  none
// @uses  AuditTile(level,at)
UNWIND $tiles AS tile
MERGE (t:AuditTile {level: tile.level, at: tile.at})
SET t.hashes = tile.hashes
