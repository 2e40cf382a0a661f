// What the registry holds under these ids, by digest.
//
// @mode  read
// @param ids [String!]!
// @row   id        String!
// @row   digest    String   null: something names it, but it was not written yet
// @row   retiredAt Integer
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (r:Record {id: id})
RETURN r.id AS id, r.digest AS digest, r.retiredAt AS retiredAt
