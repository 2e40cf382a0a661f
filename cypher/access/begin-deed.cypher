// Takes the registry's lock for a deed, and the place for its answer; tells where the registry stands, and the first answer if it was given. 行为开始
//
// @mode  write
// @param by      String!   id of the deed
// @param key     String!   of who asks and what he called the request
// @param command String!   digest of what was asked
// @param at      Integer!  epoch milliseconds
// @row   loading      String    a load that is open; null: none
// @row   generation   Integer!
// @row   recordedUpTo Integer!
// @row   sweptAt      Integer!
// @row   command      String!   digest of what was asked first under this key
// @row   answer       String    JSON; null: this is the first
// @rows  one
// @uses  Registry(name) Answer(key)
MATCH (r:Registry {name: 'shuyuan'})
SET r.lock = $by
WITH r
MERGE (a:Answer {key: $key})
ON CREATE SET a.command = $command, a.at = $at
RETURN r.loading AS loading, r.generation AS generation, r.recordedUpTo AS recordedUpTo, r.sweptAt AS sweptAt,
  a.command AS command, a.answer AS answer
