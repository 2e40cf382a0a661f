// Counts a change, so that whoever read meanwhile reads again. 记一次变动
//
// @mode  write
// @rows  none
// @uses  Registry(name)
MATCH (r:Registry {name: 'shuyuan'})
SET r.generation = r.generation + 1
