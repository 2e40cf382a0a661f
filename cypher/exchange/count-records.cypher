// How many records the registry holds; 0 for an empty one. 记录总数
//
// @mode  read
// @row   records Integer!
// @rows  one
MATCH (r:Record)
RETURN count(r) AS records
