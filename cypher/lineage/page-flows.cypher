// One page of flows that leave an asset, for a dump: each assertion by itself. 分页导出数据流
//
// @mode  read
// @param after String!  id of the last asset of the page before; empty for the first page
// @param size  Integer! assets in a page
// @row   from  String!
// @row   flows [Map!]!  each the flow's properties and the id it leads to, as `to`
// @rows  many
// @uses  Asset(id)
MATCH (a:Asset)
WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $size
RETURN a.id AS from, [(a)-[f:FLOWS_TO|FLOWED_TO]->(b:Asset) | f {.*, to: b.id}] AS flows
ORDER BY from
