// Loads of which it is noted what they wrote, in order of id. 有所写清单的装载
//
// @mode  read
// @row   load String!
// @rows  many
// @scans loads are few
MATCH (l:Load)
WHERE EXISTS { (l)-[:WROTE]->(:LoadPart) }
RETURN l.id AS load
ORDER BY load
