// Shows that a load is alive, and keeps others from taking it back while this transaction lasts. 装载心跳
//
// @mode  write
// @param load String!
// @row   open    Boolean!   false: somebody takes it back
// @row   written [Integer!] the last batch written in each lane; null: none yet
// @rows  one
// @uses  Load(id)
MATCH (l:Load {id: $load})
SET l.beatAt = timestamp()
RETURN l.state = 'WRITING' AS open, l.written AS written
