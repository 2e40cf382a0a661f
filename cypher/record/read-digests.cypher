// What the registry holds under these ids, by digest.
//
// @mode  read
// @param ids [String!]!
// @row   id        String!
// @row   digest    String!
// @row   retiredAt Integer
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN r.id AS id, r.digest AS digest, r.retiredAt AS retiredAt
