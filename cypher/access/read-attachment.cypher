// Whether the organization and the jurisdiction that an account names are there, and where the organization sits. 账号所属
//
// @mode  read
// @param organization String
// @param jurisdiction String
// @row   organization String
// @row   seat         String  the organization's own jurisdiction
// @row   jurisdiction String
// @row   retiredAt    Integer  since when one of those two is retired, epoch milliseconds
// @rows  one
// @uses  Record(id)
OPTIONAL MATCH (o:Record {id: $organization})
OPTIONAL MATCH (o)-[:IN_JURISDICTION]->(s:Jurisdiction)
OPTIONAL MATCH (j:Record {id: $jurisdiction})
RETURN o.id AS organization, s.id AS seat, j.id AS jurisdiction,
  reduce(first = null, at IN [o.retiredAt, j.retiredAt] | CASE WHEN at < coalesce(first, at + 1) THEN at ELSE first END) AS retiredAt
