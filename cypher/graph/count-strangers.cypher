// Whether a graph is empty or ours: one node that is there without a registry node is a stranger's.
//
// @mode read
// @row  strangers Boolean!
// @row  ours      Boolean!
// @rows one
RETURN EXISTS { MATCH (n) } AS strangers, EXISTS { MATCH (:Registry {name: 'shuyuan'}) } AS ours
