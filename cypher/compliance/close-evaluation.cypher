// Notes that all rules were evaluated, for which moment and state of the registry. 核算完成
//
// @mode  write
// @param at      Integer!
// @param upTo    Integer!
// @param took    Integer! milliseconds that the run took
// @param policy  String!
// @param changed Boolean! findings or levels changed: whoever read meanwhile reads again
// @row   generation Integer!
// @rows  one
// @uses  Registry(name) Evaluation(name)
MATCH (r:Registry {name: 'shuyuan'})
SET r.generation = r.generation + CASE WHEN $changed THEN 1 ELSE 0 END
MERGE (e:Evaluation {name: 'shuyuan'})
SET e.at = $at, e.upTo = $upTo, e.took = $took, e.policy = $policy, e.generation = r.generation, e.writing = null
RETURN r.generation AS generation
