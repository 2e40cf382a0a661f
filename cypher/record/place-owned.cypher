// Says anew in which jurisdiction the records of some organizations lie. 机构变动后重定所属行政区
//
// @mode  write
// @param organizations [String!]!
// @rows  none
// @uses  Record(id) Record(owner)
UNWIND $organizations AS organization
MATCH (o:Record {id: organization})
OPTIONAL MATCH (o)-[:IN_JURISDICTION]->(owners:Record)
MATCH (r:Record {owner: organization})
OPTIONAL MATCH (r)-[:IN_JURISDICTION]->(own:Record)
SET r.place = coalesce(own.id, owners.id)
