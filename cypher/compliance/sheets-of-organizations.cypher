// How many findings organizations must act on, by rule, severity and state. 机构合规情况
//
// @mode  read
// @param organizations [String!]!
// @param sights        Map!  what the viewer may know of, see identity/sights.ts
// @row   organization String!
// @row   rule         String!
// @row   severity     String!
// @row   state        String!
// @row   count        Integer!
// @row   oldest       Integer!  since when the oldest of them has held, epoch milliseconds
// @rows  many
// @uses  Finding(owner)
UNWIND $organizations AS organization
MATCH (f:Finding {owner: organization})
WHERE $sights.everything OR f.owner IN $sights.own OR f.place IN $sights.under
WITH organization, f.rule AS rule, f.severity AS severity, f.state AS state, count(*) AS count, min(f.since) AS oldest,
  min(f.rank) AS rank
RETURN organization, rule, severity, state, count, oldest
ORDER BY organization, rank, severity, state
