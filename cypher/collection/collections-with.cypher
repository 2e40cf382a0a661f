// Acts of collection under way, without exemption, that gather items of these names or elements. 在收集的信息项
//
// @mode  read
// @param names    [String!]!  folded
// @param elements [String!]!  ids
// @param today    String!     YYYY-MM-DD
// @param now      Integer!    epoch milliseconds
// @param sights   Map!        what the viewer may see, see identity/sights.ts
// @row   id      String!
// @row   owner   String     id of the organization
// @row   place   String!
// @row   item    String!
// @row   element String
// @rows  many
// @uses  Item(foldedName) Record(id)
CALL () {
  UNWIND $names AS name
  MATCH (i:Item {foldedName: name})
  RETURN i
  UNION
  UNWIND $elements AS elementId
  MATCH (e:Record {id: elementId})<-[:REALISES]-(i:Item)
  RETURN i
}
MATCH (i)-[:ITEM_OF]->(c:Collection)
WHERE i.current AND (c.retiredAt IS NULL OR c.retiredAt > $now) AND c.exemption IS NULL
  AND c.startedOn <= $today AND (c.endedOn IS NULL OR c.endedOn > $today)
  AND c.place IS NOT NULL AND {{open c}}
OPTIONAL MATCH (i)-[:REALISES]->(e:Element)
RETURN c.id AS id, c.owner AS owner, c.place AS place, i.name AS item, e.id AS element
