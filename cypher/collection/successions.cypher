// Which organization took over from which, as is on record. 登记的机构承接
//
// @mode  read
// @row   a String!  the former one
// @row   b String!  the one that took over
// @rows  many
// @scans by label; organizations are few beside the catalog
MATCH (o:Organization)-[:SUCCEEDED_BY]->(s:Organization)
WHERE o.content IS NOT NULL AND s.content IS NOT NULL
RETURN o.id AS a, s.id AS b
