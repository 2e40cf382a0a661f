// Published datasets of a place that hold an item of one of these names. 按名称查可提供的信息项
//
// @mode  read
// @param names        [String!]!  folded
// @param jurisdiction String      id of the place; null: anywhere
// @param now          Integer!    epoch milliseconds
// @param sights       Map!        what the viewer may see, see identity/sights.ts
// @row   dataset String!
// @row   subject String
// @row   area    String
// @row   share   String
// @row   item      String!
// @row   element   String
// @row   itemShare String
// @rows  many
// @uses  Item(foldedName)
UNWIND $names AS name
MATCH (i:Item {foldedName: name})-[:ITEM_OF]->(d:Dataset)
WHERE i.current AND ($jurisdiction IS NULL OR d.place = $jurisdiction)
  AND d.state = 'PUBLISHED' AND (d.retiredAt IS NULL OR d.retiredAt > $now)
  AND {{open d}}
OPTIONAL MATCH (i)-[:REALISES]->(e:Element)
RETURN d.id AS dataset, d.subject AS subject, d.area AS area, d.share AS share,
  i.name AS item, e.id AS element, i.share AS itemShare
