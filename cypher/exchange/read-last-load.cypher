// The load that was opened last. 最近一次装载
//
// @mode  read
// @row   load   String!
// @row   state  String!  WRITING, DONE or UNDONE
// @row   files  [String!]!
// @row   counts String
// @rows  maybe
MATCH (l:Load)
RETURN l.id AS load, l.state AS state, l.files AS files, l.counts AS counts
ORDER BY coalesce(l.closedAt, l.beatAt) DESC
LIMIT 1
