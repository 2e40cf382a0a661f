// All flows in force and known between some vertices, each assertion by itself. 节点之间的数据流
//
// @mode   read
// @inline level Asset,Item
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  ids     [String!]!
// @param  asOf    Integer!
// @param  knownAt Integer!
// @param  kinds   [String!]
// @row    from       String!
// @row    to         String!
// @row    kind       String!
// @row    transform  String
// @row    assertedBy String!
// @row    evidence   String
// @row    validFrom  Integer!
// @row    validTo    Integer
// @row    recordedAt Integer!
// @rows   many
// @uses   Asset(id) Item(id)
UNWIND $ids AS id
MATCH (a:{{level}} {id: id})-[f:{{eras}}]->(b)
WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
  AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)
  AND ($kinds IS NULL OR f.kind IN $kinds) AND b.id IN $ids
RETURN a.id AS from, b.id AS to, f.kind AS kind, f.transform AS transform, f.assertedBy AS assertedBy,
  f.evidence AS evidence, f.validFrom AS validFrom, f.validTo AS validTo, f.recordedAt AS recordedAt
