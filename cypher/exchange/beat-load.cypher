// Shows that a load is alive, with each batch and in between; no longer open once somebody takes it back. 装载心跳
//
// @mode  write
// @param load String!
// @row   open Boolean!
// @rows  one
// @uses  Load(id)
MATCH (l:Load {id: $load})
SET l.beatAt = timestamp()
RETURN l.state = 'WRITING' AS open
