// Everything products come from, nearest first, with who answers for it and on what law it was collected. 产品溯源
//
// @mode  read
// @inline eras FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param products [String!]!
// @param now      Integer!  epoch milliseconds
// @param known    Integer!
// @param limit    Integer!  vertices a product, at most
// @param sights   Map!      what the viewer may know of, see identity/sights.ts
// @row   product      String!
// @row   id           String!
// @row   distance     Integer!
// @row   open         Boolean!   he may see what it is
// @row   organization String
// @row   origin       Boolean!   nothing lies upstream of it
// @row   bases        [String!]! provisions of a collection and of the duty it names
// @rows  many
// @uses  Asset(id)
UNWIND $products AS productId
CALL (productId) {
  MATCH (start:Asset {id: productId})
  MATCH path = (start)<-[:{{eras}}*1..]-(v)
  WHERE all(f IN relationships(path) WHERE f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)
    AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known))
    AND all(n IN nodes(path) WHERE {{known n}})
  WITH v, min(length(path)) AS distance
  WITH v, distance, {{open v}} AS open
  ORDER BY distance, CASE WHEN open THEN v.id ELSE 'Hidden:' + randomUUID() END
  LIMIT $limit
  RETURN v, distance, open
}
OPTIONAL MATCH (v)-[:ANSWERED_FOR_BY]->(o:Record)
RETURN productId AS product, v.id AS id, distance, open, o.id AS organization,
  NOT EXISTS {
    MATCH (v)<-[f:{{eras}}]-(u)
    WHERE f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)
      AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known)
      AND {{known u}}
  } AS origin,
  CASE WHEN v:Collection
    THEN COLLECT { MATCH (v)-[:RESTS_ON|UNDER_DUTY*1..2]->(p:Provision) RETURN DISTINCT p.id }
    ELSE []
  END AS bases
ORDER BY product, distance, id
