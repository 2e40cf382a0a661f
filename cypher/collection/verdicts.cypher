// Verdicts on pairs of datasets, with what each dataset says today of what it is judged by. 重复认定
//
// @mode  read
// @param now    Integer!  epoch milliseconds
// @param sights Map!      what the viewer may see, see identity/sights.ts
// @row   id         String!
// @row   content    String!
// @row   recordedAt Integer!
// @row   dataset    String!
// @row   title      String!
// @row   items      [String!]
// @row   subject    String
// @row   area       String
// @row   period     String
// @rows  many
// @scans verdicts are few beside the catalog
MATCH (v:Verdict)
WHERE (v.retiredAt IS NULL OR v.retiredAt > $now) AND {{open v}}
MATCH (v)-[:JUDGES]->(d:Dataset)
RETURN v.id AS id, v.content AS content, v.recordedAt AS recordedAt, d.id AS dataset, d.title AS title,
  d.itemNames AS items, d.subject AS subject, d.area AS area, d.period AS period
