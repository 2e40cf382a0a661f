// Closes the journal: all that the load wrote becomes visible at once. 装载完成
//
// @mode  write
// @param load       String!
// @param state      String!  DONE, or UNDONE when it was taken back
// @param recordedAt Integer! the registry's recording never runs backwards
// @param counts     String!  JSON
// @row   generation Integer!
// @rows  one
// @uses  Registry(name) Load(id)
MATCH (r:Registry {name: 'shuyuan', loading: $load})
MATCH (l:Load {id: $load})
SET l.state = $state, l.counts = $counts, l.closedAt = timestamp(),
    r.loading = null, r.generation = r.generation + 1, r.recordedUpTo = CASE
      WHEN r.recordedUpTo < $recordedAt THEN $recordedAt ELSE r.recordedUpTo END
RETURN r.generation AS generation
