// Assets of an answer: names, neighbor counts, and the flows that leave them. 血缘节点与数据流
//
// @mode   read
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  ids     [String!]!
// @param  asOf    Integer!
// @param  knownAt Integer!
// @param  sights  Map!       what the viewer may know of, see identity/sights.ts
// @row    id       String!
// @row    name     String!
// @row    open     Boolean!
// @row    upstream Integer!  direct neighbors that he may know of, whatever the kind of flow
// @row    flows    [Any!]!  flows that leave it for what he may know of: [to, kind], and where `to` is among the ids all they say
// @rows   many
// @uses   Asset(id)
UNWIND $ids AS id
MATCH (v:Asset {id: id})
RETURN v.id AS id, v.name AS name, {{open v}} AS open,
  COUNT {
    MATCH (v)<-[f:{{eras}}]-(a)
    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)
      AND {{known a}}
    RETURN DISTINCT a
  } AS upstream,
  COLLECT {
    MATCH (v)-[f:{{eras}}]->(b)
    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)
      AND {{known b}}
    RETURN
      CASE WHEN b.id IN $ids
        THEN [b.id, f.kind, f.transform, f.assertedBy, f.evidence, f.validFrom, f.validTo, f.recordedAt]
        ELSE [b.id, f.kind]
      END AS flow
  } AS flows
