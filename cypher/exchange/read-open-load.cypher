// The load whose journal is open, if any. 未完成的装载
//
// @mode  read
// @row   load    String!
// @row   owner   String!
// @row   idle    Integer! milliseconds since it last showed that it is alive, by the database's clock
// @rows  maybe
// @uses  Registry(name)
MATCH (r:Registry {name: 'shuyuan'})
MATCH (l:Load {id: r.loading})
RETURN l.id AS load, l.owner AS owner, timestamp() - l.beatAt AS idle
