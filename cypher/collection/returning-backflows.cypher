// Backflows that are agreed or returning, with their agreed items and where they are coordinated. 已商定的回流
//
// @mode  read
// @param now    Integer!  epoch milliseconds
// @param sights Map!      what the viewer may see, see identity/sights.ts
// @row   id    String!
// @row   items [String!]!
// @row   place String!    id of the coordinator's place
// @rows  many
// @scans backflows are few
MATCH (b:Backflow)
WHERE b.state IN ['AGREED', 'RETURNING'] AND (b.retiredAt IS NULL OR b.retiredAt > $now) AND {{open b}}
  AND b.place IS NOT NULL
RETURN b.id AS id, b.itemNames AS items, b.place AS place
