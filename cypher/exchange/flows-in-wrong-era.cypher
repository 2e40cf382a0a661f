// A flow that stands among the present ones although it is past, or the other way round; for verify. 核对：归档
//
// @mode  read
// @param sweptAt Integer!
// @row   from String!
// @row   to   String!
// @rows  maybe
MATCH (a)-[f:FLOWS_TO|FLOWED_TO]->(b)
WHERE (coalesce(f.validTo <= $sweptAt, false) OR coalesce(f.retiredAt <= $sweptAt, false)) <> (type(f) = 'FLOWED_TO')
RETURN a.id AS from, b.id AS to
LIMIT 1
