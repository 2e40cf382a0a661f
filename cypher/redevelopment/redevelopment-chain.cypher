// Products that a product was re-developed from and that were re-developed from it, over any number of steps. 再开发链
//
// @mode  read
// @inline eras FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param products [String!]!
// @param now      Integer!  epoch milliseconds
// @param known    Integer!
// @param sights   Map!      what the viewer may know of, see identity/sights.ts
// @row   product   String!
// @row   ancestors   [Map!]! each {id, distance}
// @row   descendants [Map!]! each {id, distance}
// @row   steps       [Map!]! each {from, to}: flows above the product
// @rows  many
// @uses  Asset(id)
UNWIND $products AS productId
MATCH (start:Asset {id: productId})
CALL (start) {
  OPTIONAL MATCH path = (start)<-[:{{eras}}*1..]-(v:Product)
  WHERE v <> start AND all(f IN relationships(path) WHERE f.kind = 'REDEVELOPED' AND f.validFrom <= $now
    AND (f.validTo IS NULL OR f.validTo > $now)
    AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known))
    AND all(n IN nodes(path) WHERE {{known n}})
  WITH v, min(length(path)) AS distance
  WHERE v IS NOT NULL
  RETURN collect(v) AS above, collect({id: v.id, distance: distance}) AS ancestors
}
CALL (start) {
  OPTIONAL MATCH path = (start)-[:{{eras}}*1..]->(v:Product)
  WHERE v <> start AND all(f IN relationships(path) WHERE f.kind = 'REDEVELOPED' AND f.validFrom <= $now
    AND (f.validTo IS NULL OR f.validTo > $now)
    AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known))
    AND all(n IN nodes(path) WHERE {{known n}})
  WITH v, min(length(path)) AS distance
  WHERE v IS NOT NULL
  RETURN collect({id: v.id, distance: distance}) AS descendants
}
CALL (start, above) {
  UNWIND above + [start] AS lower
  MATCH (upper:Product)-[f:{{eras}}]->(lower)
  WHERE f.kind = 'REDEVELOPED' AND f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)
    AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known) AND {{known upper}}
  RETURN collect(DISTINCT {from: upper.id, to: lower.id}) AS steps
}
RETURN productId AS product, ancestors, descendants, steps
