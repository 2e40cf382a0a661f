// A record that does not lie where it or who it belongs to says; for verify. 核对：所属行政区不符的记录
//
// @mode  read
// @row   id String!
// @rows  maybe
// @uses  Record(id)
// @scans every record is looked at, for verify
MATCH (r:Record)
OPTIONAL MATCH (o:Record {id: r.owner})
USING INDEX o:Record(id)
WITH r, coalesce(head([(r)-[:IN_JURISDICTION]->(j) | j.id]), head([(o)-[:IN_JURISDICTION]->(j) | j.id])) AS due
WHERE coalesce(r.place, '') <> coalesce(due, '')
RETURN r.id AS id
LIMIT 1
