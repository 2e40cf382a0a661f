// Says in which jurisdiction records lie: their own, else that of who they belong to. 记录所属行政区
//
// @mode  write
// @param ids [String!]!
// @rows  none
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
OPTIONAL MATCH (r)-[:IN_JURISDICTION]->(own:Record)
OPTIONAL MATCH (o:Record {id: r.owner})-[:IN_JURISDICTION]->(owners:Record)
SET r.place = coalesce(own.id, owners.id)
