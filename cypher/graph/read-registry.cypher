// Where the registry stands: its generation, whether a load is under way, how far its own recording has come.
//
// @mode read
// @row  generation   Integer!  grows with every change; equal generations mean equal content
// @row  loading      String    id of the load that is being written; null: none
// @row  recordedUpTo Integer!  last moment the registry recorded anything itself, epoch milliseconds
// @row  sweptAt      Integer!  flows that had ended or were retired by then stand as FLOWED_TO
// @rows maybe
// @uses Registry(name)
MATCH (r:Registry {name: 'shuyuan'})
RETURN r.generation AS generation, r.loading AS loading, r.recordedUpTo AS recordedUpTo, r.sweptAt AS sweptAt
