// Takes the registry's lock for one transaction, so that two writers follow each other. 写入锁
//
// @mode  write
// @param load String!
// @row   loading      String   another load that is open; null: none
// @row   recordedUpTo Integer!
// @row   sweptAt      Integer!
// @rows  one
// @uses  Registry(name)
MATCH (r:Registry {name: 'shuyuan'})
SET r.lock = $load
RETURN r.loading AS loading, r.recordedUpTo AS recordedUpTo, r.sweptAt AS sweptAt
