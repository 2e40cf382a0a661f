// Acts of collection under way of items of these names or elements, with what each rests on. 收集同一信息项的机构
//
// @mode  read
// @param names    [String!]!  folded
// @param elements [String!]!  ids
// @param today    String!     YYYY-MM-DD
// @param now      Integer!    epoch milliseconds
// @param sights   Map!        what the viewer may see, see identity/sights.ts
// @row   id           String!
// @row   organization String!
// @row   place        String
// @row   subject      String
// @row   item         String!
// @row   element      String
// @row   exemption    String
// @row   startedOn    String
// @row   duty         String     id of a duty of that organization that has not ended
// @row   levels       [String!]! levels of the instruments in force that it, or its duty, rests on
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
WHERE i.current AND (c.retiredAt IS NULL OR c.retiredAt > $now) AND c.owner IS NOT NULL
  AND c.startedOn <= $today AND (c.endedOn IS NULL OR c.endedOn > $today) AND {{open c}}
OPTIONAL MATCH (c)-[:UNDER_DUTY]->(duty:Duty)
WHERE (duty.endedOn IS NULL OR duty.endedOn > $today) AND (duty.retiredAt IS NULL OR duty.retiredAt > $now)
  AND duty.owner = c.owner
OPTIONAL MATCH (i)-[:REALISES]->(e:Element)
RETURN c.id AS id, c.owner AS organization, c.place AS place, c.subject AS subject, i.name AS item, e.id AS element,
  c.exemption AS exemption, c.startedOn AS startedOn, duty.id AS duty,
  COLLECT {
    UNWIND [c, duty] AS ground
    MATCH (ground)-[:RESTS_ON]->(p:Provision)-[:OF_INSTRUMENT]->(law:Instrument)
    WHERE (p.repealedOn IS NULL OR p.repealedOn > $today) AND (law.repealedOn IS NULL OR law.repealedOn > $today)
    RETURN DISTINCT law.level
  } AS levels
