// All flows between pairs of assets, ended and retired ones too, for the rules. 规则取数：指定数据流
//
// @mode  read
// @param pairs [Map!]! each {from, to}
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
UNWIND $pairs AS pair
MATCH (a:Asset {id: pair.from})
MATCH (b:Asset {id: pair.to})
MATCH (a)-[f:FLOWS_TO|FLOWED_TO]->(b)
RETURN a.id AS from, b.id AS to, f.kind AS kind, f.transform AS transform, f.items AS items, f.validFrom AS validFrom,
  f.validTo AS validTo, f.recordedAt AS recordedAt, f.retiredAt AS retiredAt
