// How many direct upstream neighbors data items have by flows of some kinds. 按种类统计信息项上游相邻数
//
// @mode   read
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  ids     [String!]!
// @param  asOf    Integer!
// @param  knownAt Integer!
// @param  kinds   [String!]!
// @param  sights  Map!       what the viewer may know of, see identity/sights.ts
// @row    id       String!
// @row    upstream Integer!
// @rows   many
// @uses   Item(id)
UNWIND $ids AS id
MATCH (v:Item {id: id})
RETURN v.id AS id,
  COUNT {
    MATCH (v)<-[f:{{eras}}]-(a)-[:ITEM_OF]->(from)
    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt) AND f.kind IN $kinds
      AND {{known from}}
    RETURN DISTINCT a
  } AS upstream
