// Verdicts on pairs of organizations, with what each organization says today of what it is judged by. 机构关系认定
//
// @mode  read
// @param now    Integer!  epoch milliseconds
// @param sights Map!      what the viewer may see, see identity/sights.ts
// @row   id           String!
// @row   content      String!
// @row   recordedAt   Integer!
// @row   organization String!
// @row   name         String!
// @row   jurisdiction String
// @row   uscc         String
// @rows  many
// @scans verdicts are few beside the catalog
MATCH (v:AgencyVerdict)
WHERE (v.retiredAt IS NULL OR v.retiredAt > $now) AND {{open v}}
MATCH (v)-[:JUDGES]->(o:Organization)
RETURN v.id AS id, v.content AS content, v.recordedAt AS recordedAt, o.id AS organization, o.name AS name,
  head([(o)-[:IN_JURISDICTION]->(j:Jurisdiction) | j.id]) AS jurisdiction, o.uscc AS uscc
