// Notes a load that was written in one transaction. 记录一次装载
//
// @mode  write
// @param load       String!
// @param owner      String!
// @param files      [String!]!
// @param at         Integer!
// @param recordedAt Integer!
// @param counts     String!  JSON
// @row   generation Integer!
// @rows  one
// @uses  Registry(name)
MATCH (r:Registry {name: 'shuyuan'})
SET r.generation = r.generation + 1, r.recordedUpTo = CASE
  WHEN r.recordedUpTo < $recordedAt THEN $recordedAt ELSE r.recordedUpTo END
CREATE (:Load {
  id: $load, owner: $owner, files: $files, state: 'DONE', openedAt: $at, closedAt: timestamp(), counts: $counts
})
RETURN r.generation AS generation
