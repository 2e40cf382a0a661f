// Neighbors that data items both come from and lead to. 双向相邻的信息项
//
// @mode   read
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  ids     [String!]!
// @param  asOf    Integer!
// @param  knownAt Integer!
// @param  kinds   [String!]  only flows of these kinds; null: all
// @param  sights  Map!       what the viewer may know of, see identity/sights.ts
// @row    id       String!
// @row    neighbors [String!]!
// @rows   many
// @uses   Item(id)
UNWIND $ids AS id
MATCH (v:Item {id: id})
RETURN v.id AS id,
  COLLECT {
    MATCH (v)<-[f:{{eras}}]-(a)-[:ITEM_OF]->(from)
    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)
      AND ($kinds IS NULL OR f.kind IN $kinds)
      AND {{known from}}
      AND EXISTS {
        MATCH (v)-[g:{{eras}}]->(a)
        WHERE g.validFrom <= $asOf AND (g.validTo IS NULL OR g.validTo > $asOf)
          AND g.recordedAt <= $knownAt AND (g.retiredAt IS NULL OR g.retiredAt > $knownAt)
          AND ($kinds IS NULL OR g.kind IN $kinds)
      }
    RETURN DISTINCT a.id
  } AS neighbors
