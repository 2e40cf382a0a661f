// Closes the journal: all that the load wrote becomes visible at once. 装载完成
//
// @mode  write
// @param load       String!
// @param from       String!  WRITING or UNDOING: the state it must be in
// @param state      String!  DONE, or UNDONE when it was taken back
// @param recordedAt Integer! the registry's recording never runs backwards
// @param changed    Boolean! false: nothing was written, and the generation stays
// @param counts     String!  JSON
// @row   generation Integer!
// @rows  maybe               none: it is in another state
// @uses  Registry(name) Load(id)
MATCH (r:Registry {name: 'shuyuan', loading: $load})
MATCH (l:Load {id: $load, state: $from})
SET l.state = $state, l.counts = $counts, l.closedAt = timestamp(),
    r.loading = null,
    r.generation = r.generation + CASE WHEN $changed THEN 1 ELSE 0 END,
    r.recordedUpTo = CASE
      WHEN $changed AND r.recordedUpTo < $recordedAt THEN $recordedAt ELSE r.recordedUpTo END
RETURN r.generation AS generation
