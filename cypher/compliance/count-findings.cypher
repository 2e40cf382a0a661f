// How many findings a sieve lets through. 合规问题数
//
// @mode  read
// @param prefix String!
// @param sieve  Map!     as for browsing
// @param sights Map!     what the viewer may know of, see identity/sights.ts
// @row   count Integer!
// @rows  one
// @uses  Finding(rank) Asset(id)
MATCH (f:Finding)
WHERE f.rank STARTS WITH $prefix
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
RETURN count(f) AS count
