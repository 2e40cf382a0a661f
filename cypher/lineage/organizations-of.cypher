// Who answers for assets, and what those are called. 责任单位
//
// @mode  read
// @param ids [String!]!
// @row   id           String!
// @row   organization String!
// @row   name         String!
// @rows  many
// @uses  Asset(id)
UNWIND $ids AS id
MATCH (:Asset {id: id})-[:ANSWERED_FOR_BY]->(o:Record)
RETURN id, o.id AS organization, o.name AS name
