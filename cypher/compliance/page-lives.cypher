// One page of the findings that the registry keeps in a stretch of their order, as far as a run must know them. 已登记问题的状态
//
// @mode  read
// @param after String!  rank of the last one of the page before, or where to begin
// @param upTo  String!  ranks below this one
// @param size  Integer!
// @row   id            String!
// @row   rank          String!
// @row   state         String!
// @row   severity      String!
// @row   digest        String!
// @row   seenSince     Integer!
// @row   acceptedUntil String
// @rows  many
// @uses  Finding(rank)
MATCH (f:Finding)
WHERE f.rank > $after AND f.rank < $upTo
WITH f ORDER BY f.rank LIMIT $size
RETURN f.id AS id, f.rank AS rank, f.state AS state, f.severity AS severity, f.digest AS digest,
  f.seenSince AS seenSince, f.acceptedUntil AS acceptedUntil
ORDER BY rank
