// Takes the place for the answer to a repeated request; tells the first answer if it was given. 幂等键
//
// @mode  write
// @param key     String!   of who asks and what he called the request
// @param command String!   digest of what was asked
// @param at      Integer!  epoch milliseconds
// @row   command String!   digest of what was asked first under this key
// @row   answer  String    JSON; null: this is the first
// @rows  one
// @uses  Answer(key)
MERGE (a:Answer {key: $key})
ON CREATE SET a.command = $command, a.at = $at
SET a.lock = $at
RETURN a.command AS command, a.answer AS answer
