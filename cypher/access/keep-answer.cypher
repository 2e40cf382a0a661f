// Keeps the answer that a repeated request will get. 保存首次答复
//
// @mode  write
// @param key    String!
// @param answer String!  JSON
// @rows  none
// @uses  Answer(key)
MATCH (a:Answer {key: $key})
SET a.answer = $answer
