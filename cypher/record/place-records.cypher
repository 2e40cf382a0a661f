// Says in which jurisdiction records lie that name none themselves: that of who they belong to. 记录所属行政区
//
// @mode  write
// @param ids [String!]!
// @rows  none
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
WITH r.owner AS owner, collect(r) AS records
OPTIONAL MATCH (o:Record {id: owner})
USING INDEX o:Record(id)
WITH records, head([(o)-[:IN_JURISDICTION]->(j) | j.id]) AS place
UNWIND records AS r
SET r.place = place
