// All that flows into an asset over any number of steps, nearest first, with what it says of its level. 级别来源
//
// @mode   read
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  asset String!
// @param  now   Integer! flows in force, epoch milliseconds
// @param  known Integer!
// @param  limit Integer!
// @row    id       String!
// @row    distance Integer!
// @row    content  String!
// @rows   many
// @uses   Asset(id)
MATCH (start:Asset {id: $asset})
MATCH path = (start)<-[:{{eras}}*0..]-(v)
WHERE all(f IN relationships(path) WHERE f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)
  AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known))
WITH v, min(length(path)) AS distance
WHERE (v:Dataset OR v:Database OR v:Product) AND (v.retiredAt IS NULL OR v.retiredAt > $known)
RETURN v.id AS id, distance, v.content AS content
ORDER BY distance, id
LIMIT $limit
