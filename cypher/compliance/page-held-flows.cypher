// All flows that leave some assets, ended and retired ones too, for the rules. 规则取数：数据流
//
// @mode  read
// @param after String!  the assets after this id
// @param upTo  String!  and up to this one
// @row   from       String!
// @row   to         String!
// @row   kind       String!
// @row   transform  String
// @row   items      String
// @row   validFrom  Integer!
// @row   validTo    Integer
// @row   recordedAt Integer!
// @row   retiredAt  Integer
// @rows  many
// @uses  Asset(id)
MATCH (a:Asset)
WHERE a.id > $after AND a.id <= $upTo
MATCH (a)-[f:FLOWS_TO|FLOWED_TO]->(b:Asset)
RETURN a.id AS from, b.id AS to, f.kind AS kind, f.transform AS transform, f.items AS items, f.validFrom AS validFrom,
  f.validTo AS validTo, f.recordedAt AS recordedAt, f.retiredAt AS retiredAt
