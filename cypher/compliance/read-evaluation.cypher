// When and of what state of the registry all rules were evaluated last. 最近一次合规核算
//
// @mode  read
// @row   at         Integer! moment of that run, epoch milliseconds
// @row   upTo       Integer! until when its answer holds, unless something changes
// @row   generation Integer! of the registry
// @row   policy     String!  digest of the profiles, calendars and rules it went by
// @row   took       Integer  milliseconds that the run took
// @row   writing    String   id of a run that is writing now; null: none
// @rows  maybe
// @uses  Evaluation(name)
MATCH (e:Evaluation {name: 'shuyuan'})
RETURN e.at AS at, e.upTo AS upTo, e.generation AS generation, e.policy AS policy, e.took AS took,
  e.writing AS writing
