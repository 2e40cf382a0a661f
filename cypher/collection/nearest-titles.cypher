// Published datasets whose titles are nearest in meaning to a vector, nearest first. Of each shelf all or nothing is open to the viewer,
// and only shelves that are open to him are asked: no cut depends on what he may not know of. 按语义查候选数据集
//
// @mode  read
// @param vector       [Float!]!
// @param model        String!   that made the vector
// @param dimension    Integer!
// @param jurisdiction String    id of the place; null: anywhere
// @param now          Integer!  epoch milliseconds
// @param sights       Map!      what the viewer may see, see identity/sights.ts
// @param most         Integer!  looked at of each shelf
// @param limit        Integer!
// @row   id String!
// @rows  many
// @uses  Record(id)
// @scans shelves are few; vector index
MATCH (s:TitleShelf)
WHERE s.model = $model AND s.dimension = $dimension AND ($jurisdiction IS NULL OR s.place = $jurisdiction) AND {{open s}}
CALL (s) {
  CALL db.index.vector.queryNodes(s.name, $most, $vector) YIELD node AS v, score
  MATCH (d:Record {id: v.dataset})
  WHERE d.title = v.title AND d.sight = s.sight AND coalesce(d.place, '') = coalesce(s.place, '')
    AND d.state = 'PUBLISHED' AND (d.retiredAt IS NULL OR d.retiredAt > $now)
  WITH d.id AS id, score
  ORDER BY score DESC, id
  LIMIT $limit
  RETURN id, score
}
RETURN id
ORDER BY score DESC, id
LIMIT $limit
