// How many direct upstream neighbors assets have by flows of some kinds. 按种类统计上游相邻数
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
// @uses   Asset(id)
UNWIND $ids AS id
MATCH (v:Asset {id: id})
RETURN v.id AS id,
  COUNT {
    MATCH (v)<-[f:{{eras}}]-(a)
    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt) AND f.kind IN $kinds
      AND {{known a}}
    RETURN DISTINCT a
  } AS upstream
