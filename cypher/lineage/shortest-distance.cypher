// Edges on a shortest directed path between two assets; no row when there is none. 最短路径长度
//
// @mode   read
// @inline eras FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  from    String!
// @param  to      String!
// @param  asOf    Integer!
// @param  knownAt Integer!
// @param  sights  Map!       what the viewer may know of, see identity/sights.ts
// @row    distance Integer!
// @rows   maybe
// @uses   Asset(id)
MATCH (a:Asset {id: $from}), (b:Asset {id: $to})
MATCH path = shortestPath((a)-[:{{eras}}*1..]->(b))
WHERE all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)
  AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt))
  AND all(n IN nodes(path) WHERE {{known n}})
RETURN length(path) AS distance
