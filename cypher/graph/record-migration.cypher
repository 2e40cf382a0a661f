// Notes that a migration was applied, and makes the registry node with the first.
//
// @mode  write
// @param number   Integer!
// @param name     String!
// @param checksum String!
// @rows  none
MERGE (r:Registry {name: 'shuyuan'})
ON CREATE SET r.generation = 0, r.recordedUpTo = 0, r.sweptAt = 0
MERGE (m:Migration {number: $number})
SET m.name = $name, m.checksum = $checksum, m.appliedAt = datetime()
