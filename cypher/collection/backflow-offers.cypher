// Backflows of a place, agreed or returning, with an agreed item of one of these names. 可回流的信息项
//
// @mode  read
// @param names        [String!]!  folded
// @param jurisdiction String      id of the coordinator's place; null: anywhere
// @param now          Integer!    epoch milliseconds
// @param sights       Map!        what the viewer may see, see identity/sights.ts
// @row   backflow String!
// @row   items    [String!]!
// @rows  many
// @uses  Item(foldedName)
UNWIND $names AS name
MATCH (i:Item {foldedName: name})-[:ITEM_OF]->(b:Backflow)
WHERE i.current AND b.state IN ['AGREED', 'RETURNING'] AND (b.retiredAt IS NULL OR b.retiredAt > $now)
  AND {{open b}}
  AND ($jurisdiction IS NULL OR b.place = $jurisdiction)
RETURN DISTINCT b.id AS backflow, b.itemNames AS items
