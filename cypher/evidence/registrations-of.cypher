// Registrations of some things, and the deeds by which their contents came, former ones too. 登记与内容来历
//
// @mode  read
// @param ids           [String!]!
// @row   id            String!
// @row   registrations [String!]!
// @row   deeds         [String!]! ids of loads and acts
// @rows  many
// @uses  Record(id)
UNWIND $ids AS wanted
MATCH (r:Record {id: wanted})
RETURN r.id AS id, COLLECT { MATCH (r)<-[:REGISTERS]-(g:Registration) RETURN g.id } AS registrations,
  COLLECT {
    MATCH (r)
    UNWIND [coalesce(r.deed, r.load)] + [(r)-[:WAS]->(v) | v.load] AS deed
    WITH DISTINCT deed
    WHERE deed IS NOT NULL
    RETURN deed
  } AS deeds
