// Datasets by title, ties by id, walked along the index; where neither organizations nor databases are asked. 目录浏览
//
// @mode   read
// @param  sieve  Map!  filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked
// @param  sights Map!  what the viewer may see, see identity/sights.ts
// @param  afterTitle String!   of the last one seen; empty: from the first on
// @param  afterId    String!
// @param  limit      Integer!
// @row    id    String!
// @row    title String!
// @rows   many
// @uses   Dataset(title,id)
MATCH (d:Dataset)
USING INDEX d:Dataset(title, id)
WHERE d.title >= $afterTitle AND (d.title > $afterTitle OR d.id > $afterId)
  AND d.id IS NOT NULL AND (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND {{open d}}
  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)
  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)
  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)
  AND ($sieve.jurisdictions IS NULL OR coalesce(
    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),
    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])
  ) IN $sieve.jurisdictions)
RETURN d.id AS id, d.title AS title
ORDER BY title, id LIMIT $limit
