// Published datasets of a place that hold items of these names, each with those items. Most items of a name lie elsewhere, so the place
// is asked before anything else; the class of sight tells of a node that it is a published dataset. 按名称查可提供的信息项
//
// @mode  read
// @param names        [String!]!  folded
// @param jurisdiction String      id of the place; null: anywhere
// @param published    [String!]!  classes of sight of published datasets
// @param kind         Boolean!    whether subject and area are wanted
// @param now          Integer!    epoch milliseconds
// @param sights       Map!        what the viewer may see, see identity/sights.ts
// @row   dataset String!
// @row   subject String
// @row   area    String
// @row   share   String
// @row   items   [Map!]!          each {name, share}; the name folded
// @rows  many
// @uses  Item(foldedName)
UNWIND $names AS name
MATCH (i:Item {foldedName: name})-[:ITEM_OF]->(d)
WITH name, i, d, d.place AS place
WHERE $jurisdiction IS NULL OR place = $jurisdiction
WITH name, i, d, d.sight AS sight
WHERE sight IN $published AND i.current AND coalesce(d.retiredAt > $now, true) AND {{open d}}
WITH d, collect({name: name, share: i.share}) AS items
RETURN d.id AS dataset, CASE WHEN $kind THEN d.subject END AS subject, CASE WHEN $kind THEN d.area END AS area,
  d.share AS share, items
