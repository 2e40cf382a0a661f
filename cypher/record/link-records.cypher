// Draws the relationships by which records name others. One that is written later is only marked now.
//
// @mode  write
// @param edges [Map!]! each {from, to, type, at}
// @param load  String! the load that marks it
// @rows  none
// @uses  Record(id)
UNWIND $edges AS edge
MATCH (a:Record {id: edge.from})
MERGE (b:Record {id: edge.to})
ON CREATE SET b.load = $load
CREATE (a)-[e:$(edge.type)]->(b)
SET e.at = edge.at
