// Draws the relationships by which records name others. 建立记录之间的引用关系
//
// @mode  write
// @param edges [[Any]!]! each from, to, type, place in the list that the names stand in
// @rows  none
// @uses  Record(id)
UNWIND $edges AS edge
MATCH (a:Record {id: edge[0]})
MATCH (b:Record {id: edge[1]})
CREATE (a)-[e:$(edge[2])]->(b)
SET e.at = edge[3]
