// Shows that a load is alive, with each batch it writes; fails when the load is no longer open. 装载心跳
//
// @mode  write
// @param load String!
// @row   open Boolean!
// @rows  one
// @uses  Registry(name) Load(id)
MATCH (r:Registry {name: 'shuyuan'})
MATCH (l:Load {id: $load})
SET l.beatAt = timestamp()
RETURN r.loading = $load AND l.state = 'WRITING' AS open
