// Says anew in which jurisdiction the records of some organizations lie. 机构变动后重定所属行政区
//
// @mode  write
// @param organizations [String!]!
// @rows  none
// @uses  Record(id) Record(owner)
UNWIND $organizations AS organization
MATCH (o:Record {id: organization})
WITH organization, head([(o)-[:IN_JURISDICTION]->(j) | j.id]) AS place
MATCH (r:Record {owner: organization})
USING INDEX r:Record(owner)
SET r.place = coalesce(head([(r)-[:IN_JURISDICTION]->(j) | j.id]), place)
