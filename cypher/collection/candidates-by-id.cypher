// Datasets by id, as titles are judged. 按编号取候选数据集
//
// @mode  read
// @param ids [String!]!
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
WHERE d:Dataset
OPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(o:Organization)
OPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own:Jurisdiction)
OPTIONAL MATCH (o)-[:IN_JURISDICTION]->(place:Jurisdiction)
RETURN d.id AS id, d.title AS title, o.name AS agency,
  coalesce(own.gbCode, place.gbCode) AS home, d.area AS area, d.subject AS subject, d.itemNames AS columns
