// Of some datasets those that are published in a place and open to the viewer, as titles are judged. 按编号取可见的候选数据集
//
// @mode  read
// @param ids          [String!]!
// @param jurisdiction String    id of the place; null: anywhere
// @param now          Integer!  epoch milliseconds
// @param sights       Map!      what the viewer may see, see identity/sights.ts
// @row   id      String!
// @row   title   String!
// @row   agency  String
// @row   home    String    division code of the place whose catalog it stands in
// @row   area    String
// @row   subject String
// @row   columns [String!]
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (d:Record {id: id})
USING INDEX d:Record(id)
WHERE d:Dataset AND ($jurisdiction IS NULL OR d.place = $jurisdiction)
  AND d.state = 'PUBLISHED' AND (d.retiredAt IS NULL OR d.retiredAt > $now)
  AND {{open d}}
OPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(o:Organization)
OPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own:Jurisdiction)
OPTIONAL MATCH (o)-[:IN_JURISDICTION]->(place:Jurisdiction)
RETURN d.id AS id, d.title AS title, o.name AS agency,
  coalesce(own.gbCode, place.gbCode) AS home, d.area AS area, d.subject AS subject, d.itemNames AS columns
