// What the datasets that a full-text question finds are like, counted. 检索分面
//
// @mode   read
// @inline eras   FLOWS_TO,FLOWS_TO|FLOWED_TO
// @param  sieve  Map!  filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked
// @param  sights Map!  what the viewer may see, see identity/sights.ts
// @param  text    String!   Lucene text, made by search-text.ts
// @row    facet  String!  share, open, cycle, level, state, theme, organization, jurisdiction
// @row    values [Map!]!  each {value, count}, most first; 20 organizations, 100 of any other
// @rows   many
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
WITH collect(d) AS hits
CALL (hits) {
  UNWIND hits AS d
  WITH d.share AS share, d.open AS open, d.cycle AS cycle, d.level AS level, d.state AS state, d.theme AS theme,
    count(*) AS number
  WITH collect([share, open, cycle, toString(level), state, theme, number]) AS groups
  UNWIND range(0, 5) AS i
  UNWIND groups AS group
  RETURN ['share', 'open', 'cycle', 'level', 'state', 'theme'][i] AS facet, group[i] AS value, sum(group[6]) AS count
  UNION ALL
  UNWIND hits AS d
  OPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(organization)
  OPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own)
  WITH organization, own, count(*) AS number
  OPTIONAL MATCH (organization)-[:IN_JURISDICTION]->(provider)
  WITH collect([organization.id, coalesce(own.id, provider.id), number]) AS groups
  UNWIND range(0, 1) AS i
  UNWIND groups AS group
  RETURN ['organization', 'jurisdiction'][i] AS facet, group[i] AS value, sum(group[2]) AS count
}
WITH facet, value, count ORDER BY count DESC, value
WITH facet, collect({value: value, count: count}) AS values
RETURN facet, values[..CASE facet WHEN 'organization' THEN 20 ELSE 100 END] AS values
