// Flows in force between some assets, with what they take. 级别来源：数据流
//
// @mode   read
// @inline eras  FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  ids   [String!]!
// @param  now   Integer!
// @param  known Integer!
// @row    from      String!
// @row    to        String!
// @row    kind      String!
// @row    transform String
// @row    items     String
// @rows   many
// @uses   Asset(id)
UNWIND $ids AS id
MATCH (a:Asset {id: id})-[f:{{eras}}]->(b:Asset)
WHERE f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)
  AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known) AND b.id IN $ids
RETURN a.id AS from, b.id AS to, f.kind AS kind, f.transform AS transform, f.items AS items
