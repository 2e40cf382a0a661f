// Takes the registry's lock for one transaction: whoever writes follows whoever wrote before. 登记库写入锁
//
// @mode  write
// @param by String!  id of the deed
// @row   loading      String   a load that is open; null: none
// @row   generation   Integer!
// @row   recordedUpTo Integer!
// @row   sweptAt      Integer!
// @rows  one
// @uses  Registry(name)
MATCH (r:Registry {name: 'shuyuan'})
SET r.lock = $by
RETURN r.loading AS loading, r.generation AS generation, r.recordedUpTo AS recordedUpTo, r.sweptAt AS sweptAt
