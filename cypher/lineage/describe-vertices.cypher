// Names, answering organizations and neighbor counts of vertices. 血缘节点
//
// @mode   read
// @inline level Asset,Item
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  ids     [String!]!
// @param  asOf    Integer!
// @param  knownAt Integer!
// @row    id              String!
// @row    name            String!
// @row    upstreamCount   Integer!  direct neighbors, whatever the kind of flow
// @row    downstreamCount Integer!
// @rows   many
// @uses   Asset(id) Item(id)
UNWIND $ids AS id
MATCH (v:{{level}} {id: id})
RETURN v.id AS id, v.name AS name,
  COUNT {
    MATCH (v)<-[f:{{eras}}]-(u)
    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)
    RETURN DISTINCT u
  } AS upstreamCount,
  COUNT {
    MATCH (v)-[f:{{eras}}]->(u)
    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)
    RETURN DISTINCT u
  } AS downstreamCount
