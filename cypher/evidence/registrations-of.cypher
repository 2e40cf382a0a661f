// Registrations of some things, and the loads by which records came. 登记与装载
//
// @mode  read
// @param ids           [String!]!
// @row   id            String!
// @row   registrations [String!]!
// @row   load          String
// @rows  many
// @uses  Record(id)
UNWIND $ids AS wanted
MATCH (r:Record {id: wanted})
RETURN r.id AS id, COLLECT { MATCH (r)<-[:REGISTERS]-(g:Registration) RETURN g.id } AS registrations, r.load AS load
