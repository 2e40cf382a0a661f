// Takes the registry's lock for one transaction of a run, and tells whether what was evaluated still stands. 核算写入锁
//
// @mode  write
// @param run String!
// @row   generation Integer!
// @row   loading    String
// @row   writing    String   the run that is writing in parts; null: none
// @rows  one
// @uses  Registry(name) Evaluation(name)
MATCH (r:Registry {name: 'shuyuan'})
SET r.lock = $run
WITH r
OPTIONAL MATCH (e:Evaluation {name: 'shuyuan'})
RETURN r.generation AS generation, r.loading AS loading, e.writing AS writing
