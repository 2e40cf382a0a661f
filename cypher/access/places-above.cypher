// A jurisdiction and every one it lies in, nearest first. 上级行政区
//
// @mode  read
// @param jurisdiction String!
// @row   id       String!
// @row   kind     String!
// @row   distance Integer!
// @rows  many
// @uses  Record(id)
MATCH (start:Record {id: $jurisdiction})
CALL (start) {
  MATCH path = (start)-[:PART_OF|LOCATED_IN*0..]->(place:Jurisdiction)
  RETURN place, min(length(path)) AS distance
}
RETURN place.id AS id, place.kind AS kind, distance
ORDER BY distance, id
