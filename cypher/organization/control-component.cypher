// All ties of an organization, and of all that it is tied to over any number of steps. 控制关系网
//
// @mode  read
// @param organization String!
// @param known        Integer! ties retired by then are left out, epoch milliseconds
// @param sights       Map!     what the viewer may know of, see identity/sights.ts
// @row   content  String!
// @row   fromKind String
// @row   toKind   String
// @rows  many
// @uses  Record(id)
MATCH (start:Record {id: $organization})
MATCH path = (start)-[:CONTROL_FROM|CONTROL_TO*1..]-(c)
WITH c, min(length(path)) AS steps
WHERE c:Control AND c.content IS NOT NULL AND (c.retiredAt IS NULL OR c.retiredAt > $known) AND {{open c}}
RETURN c.content AS content, head([(c)-[:CONTROL_FROM]->(o) | o.kind]) AS fromKind,
  head([(c)-[:CONTROL_TO]->(o) | o.kind]) AS toKind
ORDER BY steps, c.id
