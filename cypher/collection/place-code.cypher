// The division code of a place, its name, and the code of the place it lies in. 行政区划代码
//
// @mode  read
// @param jurisdiction String!
// @row   code      String
// @row   name      String!
// @row   outerCode String
// @rows  maybe
// @uses  Record(id)
MATCH (j:Record {id: $jurisdiction})
WHERE j:Jurisdiction
RETURN j.gbCode AS code, j.name AS name,
  head([(j)-[:PART_OF|LOCATED_IN]->(outer) WHERE outer.gbCode IS NOT NULL | outer.gbCode]) AS outerCode
