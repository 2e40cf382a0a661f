// One page of the catalog in order of title, as duplicates are looked for in it. 查重用的目录条目
//
// @mode  read
// @param after   String!   title of the last one of the page before; empty for the first page
// @param afterId String!
// @param size    Integer!
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
// @uses  Dataset(title,id)
MATCH (d:Dataset)
USING INDEX d:Dataset(title, id)
WHERE d.title >= $after AND (d.title > $after OR d.id > $afterId) AND d.id IS NOT NULL
WITH d ORDER BY d.title, d.id LIMIT $size
OPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(o:Organization)
OPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own:Jurisdiction)
OPTIONAL MATCH (o)-[:IN_JURISDICTION]->(place:Jurisdiction)
RETURN d.id AS id, d.title AS title, d.state AS state, d.retiredAt AS retiredAt, d.sight AS sight, d.owner AS owner,
  o.id AS organization, d.place AS place, o.name AS agency, coalesce(own.gbCode, place.gbCode) AS home,
  d.area AS area, d.subject AS subject, d.itemNames AS columns
ORDER BY title, id
