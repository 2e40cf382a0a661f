// Every organization with what its name is understood by: aliases, code, place, and what is on record of it and others. 机构名称
//
// @mode  read
// @row   id           String!
// @row   name         String!
// @row   aliases      [String!]
// @row   uscc         String
// @row   jurisdiction String
// @row   placeName    String
// @row   code         String   division code of its place
// @row   outerCode    String   … of the place that one lies in
// @row   parent       String
// @row   succeededBy  String
// @row   retiredAt    Integer  epoch milliseconds
// @row   sight        String!
// @row   owner        String
// @row   place        String
// @rows  many
// @scans read once, and again when an organization or a place has changed
MATCH (o:Organization)
WHERE o.content IS NOT NULL
OPTIONAL MATCH (o)-[:IN_JURISDICTION]->(j:Jurisdiction)
RETURN o.id AS id, o.name AS name, o.aliases AS aliases, o.uscc AS uscc, j.id AS jurisdiction, j.name AS placeName,
  j.gbCode AS code, head([(j)-[:PART_OF|LOCATED_IN]->(outer) WHERE outer.gbCode IS NOT NULL | outer.gbCode]) AS outerCode,
  head([(o)-[:CHILD_OF]->(p) | p.id]) AS parent, head([(o)-[:SUCCEEDED_BY]->(s) | s.id]) AS succeededBy,
  o.retiredAt AS retiredAt, o.sight AS sight, o.owner AS owner, o.place AS place
ORDER BY id
