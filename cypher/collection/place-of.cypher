// The jurisdiction an organization belongs to. 机构所属行政区
//
// @mode  read
// @param organization String!
// @row   jurisdiction String
// @row   code         String   division code
// @row   name         String!
// @rows  maybe
// @uses  Record(id)
MATCH (o:Record {id: $organization})
WHERE o:Organization
OPTIONAL MATCH (o)-[:IN_JURISDICTION]->(j:Jurisdiction)
RETURN j.id AS jurisdiction, j.gbCode AS code, o.name AS name
