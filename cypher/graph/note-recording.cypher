// Notes that the registry recorded something: whoever read meanwhile reads again. 记一次登记
//
// @mode  write
// @param recordedAt Integer!  epoch milliseconds
// @rows  none
// @uses  Registry(name)
MATCH (r:Registry {name: 'shuyuan'})
SET r.generation = r.generation + 1,
    r.recordedUpTo = CASE WHEN r.recordedUpTo < $recordedAt THEN $recordedAt ELSE r.recordedUpTo END
