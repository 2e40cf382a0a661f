// Jurisdictions with all that lies under each: its parts, and zones that are part of none and lie wholly inside. 下级行政区
//
// @mode  read
// @param jurisdictions [String!]!
// @row   id    String!
// @row   under [String!]!
// @rows  many
// @uses  Record(id)
UNWIND $jurisdictions AS jurisdiction
MATCH (start:Record {id: jurisdiction})
CALL (start) {
  MATCH path = (start)<-[:PART_OF*0..]-(place:Jurisdiction)
  WITH place, min(length(path)) AS distance
  RETURN collect(place) AS places
}
RETURN jurisdiction AS id, [place IN places | place.id] + COLLECT {
  UNWIND places AS place
  MATCH (place)<-[:LOCATED_IN]-(zone:Jurisdiction)
  WHERE NOT EXISTS { (zone)-[:PART_OF]->() }
    AND NOT EXISTS { MATCH (zone)-[:LOCATED_IN]->(other) WHERE NOT other IN places }
  RETURN DISTINCT zone.id
} AS under
