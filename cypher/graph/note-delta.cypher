// Notes what the change touched that began this generation. 变动范围
//
// @mode  write
// @param records [String!]!  ids of records that say something else now
// @param from    [String!]!  assets from which flows came or went
// @param to      [String!]!  and, in the same order, the assets to which
// @rows  none
// @uses  Registry(name)
MATCH (r:Registry {name: 'shuyuan'})
CREATE (:Delta {generation: r.generation, records: $records, from: $from, to: $to})
