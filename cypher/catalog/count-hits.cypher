// How many datasets a full-text question finds. 检索命中数
//
// @mode   read
// @inline eras   FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  sieve  Map!  filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked
// @param  sights Map!  what the viewer may see, see identity/sights.ts
// @param  text    String!   Lucene text, made by search-text.ts
// @row    count Integer!
// @rows   one
CALL db.index.fulltext.queryNodes('dataset_text', $text) YIELD node AS d
WHERE (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND {{open d}}
  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)
  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)
  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)
  AND ($sieve.organizations IS NULL OR EXISTS { (d)-[:ANSWERED_FOR_BY]->(o) WHERE o.id IN $sieve.organizations })
  AND ($sieve.jurisdictions IS NULL OR coalesce(
    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),
    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])
  ) IN $sieve.jurisdictions)
  AND ($sieve.databases IS NULL OR EXISTS {
    (d)-[f:{{eras}} {kind: 'AGGREGATED'}]->(b:Database)
    WHERE b.id IN $sieve.databases AND f.validFrom <= $sieve.asOf AND (f.validTo IS NULL OR f.validTo > $sieve.asOf)
      AND f.recordedAt <= $sieve.knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $sieve.knownAt)
  })
RETURN count(*) AS count
