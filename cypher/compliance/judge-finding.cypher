// Writes what was decided of a finding; findings and levels stay as current as they were. 写入问题处置
//
// @mode  write
// @param id         String!
// @param properties Map!
// @rows  none
// @uses  Registry(name) Evaluation(name) Finding(id)
MATCH (f:Finding {id: $id})
SET f += $properties
WITH f
MATCH (r:Registry {name: 'shuyuan'})
MATCH (e:Evaluation {name: 'shuyuan'})
WHERE e.generation = r.generation
SET e.generation = r.generation + 1
