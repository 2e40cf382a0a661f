// Datasets with who provides each, what that rests on, and the acts of collection that it is gathered by. 提供单位及其依据
//
// @mode  read
// @param ids    [String!]!
// @param today  String!     YYYY-MM-DD
// @param now    Integer!    epoch milliseconds
// @param sights Map!        what the viewer may see, see identity/sights.ts
// @row   id           String!
// @row   organization String!
// @row   place        String
// @row   subject      String
// @row   exemptions   [String!]! of the collections, where they say one
// @row   startedOn    String     the earliest of the collections
// @row   duty         String     id of a duty of that organization that has not ended
// @row   levels       [String!]! levels of the instruments in force that it, or its duty, rests on
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (d:Record {id: id})
WHERE d:Dataset AND d.owner IS NOT NULL AND {{open d}}
OPTIONAL MATCH (d)-[:UNDER_DUTY]->(duty:Duty)
WHERE (duty.endedOn IS NULL OR duty.endedOn > $today) AND (duty.retiredAt IS NULL OR duty.retiredAt > $now)
  AND duty.owner = d.owner
WITH d, duty, COLLECT {
  MATCH (d)<-[f:FLOWS_TO {kind: 'COLLECTED'}]-(c:Collection)
  WHERE f.retiredAt IS NULL AND c.owner = d.owner AND (c.retiredAt IS NULL OR c.retiredAt > $now) AND {{open c}}
    AND c.startedOn <= $today AND (c.endedOn IS NULL OR c.endedOn > $today)
  RETURN DISTINCT c
} AS collections
RETURN d.id AS id, d.owner AS organization, d.place AS place, d.subject AS subject,
  [c IN collections WHERE c.exemption IS NOT NULL | c.exemption] AS exemptions,
  reduce(first = null, c IN collections | CASE WHEN first IS NULL OR c.startedOn < first THEN c.startedOn ELSE first END) AS startedOn,
  duty.id AS duty,
  COLLECT {
    UNWIND [d, duty] AS ground
    MATCH (ground)-[:RESTS_ON]->(p:Provision)-[:OF_INSTRUMENT]->(law:Instrument)
    WHERE (p.repealedOn IS NULL OR p.repealedOn > $today) AND (law.repealedOn IS NULL OR law.repealedOn > $today)
    RETURN DISTINCT law.level
  } AS levels
