// Keeps the answer that a repeated request will get; where something was recorded, whoever read meanwhile reads again. 行为完成
//
// @mode  write
// @param key        String!
// @param answer     String!   JSON
// @param changed    Boolean!  readers see something else than before
// @param recordedAt Integer!  epoch milliseconds
// @rows  none
// @uses  Answer(key) Registry(name)
MATCH (a:Answer {key: $key})
SET a.answer = $answer
WITH a
WHERE $changed
MATCH (r:Registry {name: 'shuyuan'})
SET r.generation = r.generation + 1,
    r.recordedUpTo = CASE WHEN r.recordedUpTo < $recordedAt THEN $recordedAt ELSE r.recordedUpTo END
