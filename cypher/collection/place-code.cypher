// The division code of a place. 行政区划代码
//
// @mode  read
// @param jurisdiction String!
// @row   code String
// @rows  maybe
// @uses  Record(id)
MATCH (j:Record {id: $jurisdiction})
WHERE j:Jurisdiction
RETURN j.gbCode AS code
