// Notes up to when ended and retired flows stand as past. 记录归档时点
//
// @mode  write
// @param at Integer!
// @rows  none
// @uses  Registry(name)
MATCH (r:Registry {name: 'shuyuan'})
SET r.sweptAt = $at
