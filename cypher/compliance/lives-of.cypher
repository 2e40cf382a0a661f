// Some of the findings that the registry keeps, as far as a run must know them. 指定问题的状态
//
// @mode  read
// @param ids [String!]!
// @row   id            String!
// @row   state         String!
// @row   severity      String!
// @row   digest        String!
// @row   seenSince     Integer!
// @row   acceptedUntil String
// @rows  many
// @uses  Finding(id)
UNWIND $ids AS id
MATCH (f:Finding {id: id})
RETURN f.id AS id, f.state AS state, f.severity AS severity, f.digest AS digest, f.seenSince AS seenSince,
  f.acceptedUntil AS acceptedUntil
