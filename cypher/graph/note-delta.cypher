// Notes what the change touched that began this generation; what a thousand changes ago touched is forgotten. 变动范围
//
// @mode  write
// @param records [String!]!  ids of records that say something else now
// @param from    [String!]!  assets from which flows came or went
// @param to      [String!]!  and, in the same order, the assets to which
// @rows  none
// @uses  Registry(name) Delta(generation)
MATCH (r:Registry {name: 'shuyuan'})
CREATE (:Delta {generation: r.generation, records: $records, from: $from, to: $to})
WITH r.generation - 1000 AS old
MATCH (d:Delta)
WHERE d.generation <= old
DELETE d
