// Keeps the answer that a repeated request will get; where something was recorded, begins a generation and notes what it touched. 行为完成
//
// @mode  write
// @param key        String!
// @param command    String!   digest of what was asked
// @param answer     String!   JSON
// @param at         Integer!  epoch milliseconds
// @param changed    Boolean!  readers see something else than before
// @param recordedAt Integer!  epoch milliseconds
// @param records    [String!]!  ids of records that say something else now
// @param from       [String!]!  assets from which flows came or went
// @param to         [String!]!  and, in the same order, the assets to which
// @rows  none
// @uses  Registry(name)
CREATE (:Answer {key: $key, command: $command, answer: $answer, at: $at})
WITH 1 AS kept
WHERE $changed
MATCH (r:Registry {name: 'shuyuan'})
SET r.generation = r.generation + 1,
    r.recordedUpTo = CASE WHEN r.recordedUpTo < $recordedAt THEN $recordedAt ELSE r.recordedUpTo END
CREATE (:Delta {generation: r.generation, records: $records, from: $from, to: $to})
