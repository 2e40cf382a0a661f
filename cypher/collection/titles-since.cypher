// Datasets recorded after a moment, and those of organizations recorded after it, as duplicates are looked for in them. 变动的目录条目
//
// @mode  read
// @param since Integer!  epoch milliseconds
// @row   id           String!
// @row   title        String!
// @row   state        String!
// @row   retiredAt    Integer   epoch milliseconds
// @row   sight        String!
// @row   owner        String
// @row   organization String
// @row   place        String    id of the jurisdiction it lies in
// @row   agency       String
// @row   home         String    division code of the place whose catalog it stands in
// @row   area         String
// @row   subject      String
// @row   columns      [String!]
// @rows  many
// @uses  Dataset(recordedAt) Organization(recordedAt) Record(owner)
CALL () {
  MATCH (d:Dataset)
  WHERE d.recordedAt > $since
  RETURN d
  UNION
  MATCH (o:Organization)
  WHERE o.recordedAt > $since
  MATCH (d:Record {owner: o.id})
  USING INDEX d:Record(owner)
  WHERE d:Dataset
  RETURN d
}
OPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(o:Organization)
OPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own:Jurisdiction)
OPTIONAL MATCH (o)-[:IN_JURISDICTION]->(place:Jurisdiction)
RETURN d.id AS id, d.title AS title, d.state AS state, d.retiredAt AS retiredAt, d.sight AS sight, d.owner AS owner,
  o.id AS organization, d.place AS place, o.name AS agency, coalesce(own.gbCode, place.gbCode) AS home,
  d.area AS area, d.subject AS subject, d.itemNames AS columns
