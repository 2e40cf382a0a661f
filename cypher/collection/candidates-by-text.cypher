// Published datasets of a place whose titles share words with a text, best first, shorter ones first of equals; the query names the
// place and weighs each word, the catalog does not. 按文字查候选数据集
//
// @mode  read
// @param query        String!   in the full-text index's query language
// @param jurisdiction String    id of the place; null: anywhere
// @param now          Integer!  epoch milliseconds
// @param sights       Map!        what the viewer may see, see identity/sights.ts
// @param limit        Integer!
// @row   id      String!
// @row   title   String!
// @row   agency  String
// @row   home    String    division code of the place whose catalog it stands in
// @row   area    String
// @row   subject String
// @row   columns [String!]
// @rows  many
// @scans full text
CALL db.index.fulltext.queryNodes('dataset_text', $query) YIELD node AS d, score
WHERE ($jurisdiction IS NULL OR d.place = $jurisdiction)
  AND d.state = 'PUBLISHED' AND (d.retiredAt IS NULL OR d.retiredAt > $now)
  AND {{open d}}
WITH d, score
ORDER BY score DESC, size(d.title), d.id
LIMIT $limit
OPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(o:Organization)
OPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own:Jurisdiction)
OPTIONAL MATCH (o)-[:IN_JURISDICTION]->(place:Jurisdiction)
RETURN d.id AS id, d.title AS title, o.name AS agency,
  coalesce(own.gbCode, place.gbCode) AS home, d.area AS area, d.subject AS subject, d.itemNames AS columns
