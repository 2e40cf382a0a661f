// How one load stands. 一次装载的状态
//
// @mode  read
// @param load  String!
// @row   state String! WRITING, UNDOING, DONE or UNDONE
// @rows  maybe
// @uses  Load(id)
MATCH (l:Load {id: $load})
RETURN l.state AS state
