// What an organization has a part in without owning it, by contract, qualification or grant, on a day. 机构的协议、资格与共享范围
//
// @mode  read
// @param organization String!
// @param today        String!
// @param now          Integer!  epoch milliseconds
// @row   covered  [String!]!  assets
// @row   involved [String!]!  other records
// @row   upTo     Integer     when the next of them is retired, epoch milliseconds; null: none will be
// @rows  one
// @uses  Record(id)
MATCH (o:Record {id: $organization})
WITH o,
  COLLECT {
    MATCH (o)<-[:OPERATED_BY]-(a:Agreement)
    WHERE (a.retiredAt IS NULL OR a.retiredAt > $now)
      AND a.signedOn <= $today AND a.termFrom <= $today AND a.termTo >= $today
      AND (a.suspendedOn IS NULL OR a.suspendedOn > $today) AND (a.terminatedOn IS NULL OR a.terminatedOn > $today)
    RETURN a
  } AS agreements
RETURN
  COLLECT { UNWIND agreements AS a MATCH (a)-[:COVERS]->(asset) RETURN DISTINCT asset.id } +
  COLLECT {
    MATCH (o)<-[:APPLIED_FOR_BY]-(q:Qualification)-[:QUALIFIES_FOR]->(p)
    WHERE (q.retiredAt IS NULL OR q.retiredAt > $now)
      AND coalesce(q.state, 'QUALIFIED') = 'QUALIFIED' AND q.grantedOn <= $today
      AND (q.validTo IS NULL OR q.validTo >= $today) AND (q.revokedOn IS NULL OR q.revokedOn > $today)
    RETURN DISTINCT p.id
  } +
  COLLECT {
    MATCH (o)<-[:REQUESTED_BY]-(r:Request)-[:REQUESTS]->(d)
    WHERE (r.retiredAt IS NULL OR r.retiredAt > $now) AND r.state IN ['APPROVED', 'DELIVERED', 'IN_USE']
      AND (r.term IS NULL OR r.term >= $today)
    RETURN DISTINCT d.id
  } AS covered,
  [a IN agreements | a.id] +
  COLLECT { UNWIND agreements AS a MATCH (a)-[:UNDER_PLAN]->(p) RETURN DISTINCT p.id } +
  COLLECT { MATCH (o)<-[:IMPLEMENTED_BY]-(:Plan)<-[:UNDER_PLAN]-(a:Agreement) RETURN DISTINCT a.id } +
  COLLECT { MATCH (o)<-[:ANSWERED_FOR_BY]-(:Dataset)<-[:REQUESTS]-(r:Request) RETURN DISTINCT r.id } +
  COLLECT { MATCH (o)<-[:ANSWERED_FOR_BY]-(:Product)<-[:REGISTERS]-(g:Registration) RETURN DISTINCT g.id } AS involved,
  COLLECT {
    MATCH (o)<-[:OPERATED_BY|APPLIED_FOR_BY|REQUESTED_BY]-(r)
    WHERE r.retiredAt > $now
    RETURN r.retiredAt ORDER BY r.retiredAt LIMIT 1
  }[0] AS upTo
