// Forgets answers that nobody will ask for again. 清理过期的首次答复
//
// @mode  write
// @param before Integer!  epoch milliseconds
// @rows  none
// @uses  Answer(at)
MATCH (a:Answer)
WHERE a.at < $before
DELETE a
