// Findings in their order, of all rules or one, narrowed by a sieve. 合规问题清单
//
// @mode  read
// @param prefix String!  how ranks of the wanted rule begin; empty: all rules
// @param after  String!  rank of the last one of the page before; empty for the first page
// @param sieve  Map!     {states, severity, rules, organization, sinceFrom, sinceUpTo, database, now, known}; null asks nothing
// @param sights Map!     what the viewer may know of, see identity/sights.ts
// @param limit  Integer!
// @row   finding Map!
// @rows  many
// @uses  Finding(rank) Asset(id)
MATCH (f:Finding)
WHERE f.rank STARTS WITH $prefix AND f.rank > $after
  AND f.state IN $sieve.states AND ($sights.everything OR f.owner IN $sights.own OR f.place IN $sights.under)
  AND ($sieve.severity IS NULL OR f.severity = $sieve.severity)
  AND ($sieve.rules IS NULL OR f.rule IN $sieve.rules)
  AND ($sieve.organization IS NULL OR f.owner = $sieve.organization)
  AND ($sieve.sinceFrom IS NULL OR f.since >= $sieve.sinceFrom) AND ($sieve.sinceUpTo IS NULL OR f.since < $sieve.sinceUpTo)
  AND ($sieve.database IS NULL OR f.subject = $sieve.database OR EXISTS {
    MATCH (:Asset {id: f.subject})-[t:FLOWS_TO]->(:Asset {id: $sieve.database})
    WHERE t.kind = 'AGGREGATED' AND t.validFrom <= $sieve.now AND (t.validTo IS NULL OR t.validTo > $sieve.now)
      AND t.recordedAt <= $sieve.known AND (t.retiredAt IS NULL OR t.retiredAt > $sieve.known)
  })
WITH f ORDER BY f.rank LIMIT $limit
RETURN properties(f) AS finding
