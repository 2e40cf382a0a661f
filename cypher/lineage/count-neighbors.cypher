// How many direct neighbors vertices have by flows of some kinds. 按种类统计相邻节点
//
// @mode   read
// @inline level Asset,Item
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  ids     [String!]!
// @param  asOf    Integer!
// @param  knownAt Integer!
// @param  kinds   [String!]!
// @row    id         String!
// @row    upstream   Integer!
// @row    downstream Integer!
// @rows   many
// @uses   Asset(id) Item(id)
UNWIND $ids AS id
MATCH (v:{{level}} {id: id})
RETURN v.id AS id,
  COUNT {
    MATCH (v)<-[f:{{eras}}]-(u)
    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt) AND f.kind IN $kinds
    RETURN DISTINCT u
  } AS upstream,
  COUNT {
    MATCH (v)-[f:{{eras}}]->(u)
    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt) AND f.kind IN $kinds
    RETURN DISTINCT u
  } AS downstream
