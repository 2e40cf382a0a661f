// Which of some loads wrote something of which a viewer may not know. 含不可知记录的装载
//
// @mode  read
// @param loads  [String!]!
// @param sights Map!        what the viewer may see, see identity/sights.ts
// @row   load   String!
// @rows  many
// @scans packs for who does not see everything are few; marks of a load have no index
MATCH (r:Record)
WHERE coalesce(r.deed, r.load) IN $loads AND r.sight IS NOT NULL AND NOT {{known r}}
RETURN DISTINCT coalesce(r.deed, r.load) AS load
