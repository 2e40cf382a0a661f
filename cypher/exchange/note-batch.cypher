// Notes that a load wrote a batch, and line by line what, as the last thing in the batch's transaction; no longer open once somebody takes it back. 记一批
//
// @mode  write
// @param load  String!
// @param lane  Integer!  from 0
// @param lanes Integer!
// @param batch Integer!  from 1; its place among the load's parts
// @param lines [String!]! none: no part
// @row   open  Boolean!
// @rows  one
// @uses  Load(id)
MATCH (l:Load {id: $load})
SET l.beatAt = timestamp(),
    l.written = [i IN range(0, $lanes - 1) | CASE i WHEN $lane THEN $batch ELSE coalesce(l.written[i], 0) END]
FOREACH (some IN CASE $lines WHEN [] THEN [] ELSE [$lines] END |
  CREATE (l)-[:WROTE]->(:LoadPart {at: $batch, lines: some})
)
RETURN l.state = 'WRITING' AS open
