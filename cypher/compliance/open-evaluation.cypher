// Notes that a run writes in parts: until it is closed, findings are not told. 核算开始写入
//
// @mode  write
// @param run String!
// @rows  none
// @uses  Evaluation(name)
MERGE (e:Evaluation {name: 'shuyuan'})
ON CREATE SET e.at = 0, e.upTo = 0, e.generation = -1, e.policy = ''
SET e.writing = $run
