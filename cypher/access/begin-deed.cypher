// Where the registry stands when a deed begins, and the answer that was given if it was done before. 行为开始
//
// @mode  read
// @param key String!  of who asks and what he called the request
// @row   loading      String    a load that is open; null: none
// @row   generation   Integer!
// @row   recordedUpTo Integer!
// @row   sweptAt      Integer!
// @row   command      String    digest of what was asked first under this key; null: nothing was
// @row   answer       String    JSON; null: this is the first
// @rows  one
// @uses  Registry(name) Answer(key)
MATCH (r:Registry {name: 'shuyuan'})
OPTIONAL MATCH (a:Answer {key: $key})
RETURN r.loading AS loading, r.generation AS generation, r.recordedUpTo AS recordedUpTo, r.sweptAt AS sweptAt,
  a.command AS command, a.answer AS answer
