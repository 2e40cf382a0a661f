// Data authorities of places and of all that these lie in, nearest first. 数据主管部门
//
// @mode  read
// @param places [String!]!  ids of jurisdictions
// @param now    Integer!    epoch milliseconds
// @row   place        String!  one of those asked for
// @row   over         String!  itself, or one that it lies in
// @row   distance     Integer!
// @row   authorities  [String!]! ids of its data authorities
// @rows  many
// @uses  Record(id)
UNWIND $places AS id
MATCH (start:Record {id: id})
CALL (start) {
  MATCH path = (start)-[:PART_OF|LOCATED_IN*0..]->(over:Jurisdiction)
  RETURN over, min(length(path)) AS distance
}
RETURN id AS place, over.id AS over, distance, COLLECT {
  MATCH (over)<-[:IN_JURISDICTION]-(o:Organization)
  WHERE 'DATA_AUTHORITY' IN o.roles AND (o.retiredAt IS NULL OR o.retiredAt > $now)
  RETURN o.id ORDER BY o.id
} AS authorities
ORDER BY place, distance, over
