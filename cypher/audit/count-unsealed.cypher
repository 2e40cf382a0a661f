// How many records wait to be sealed. 待封存记录数
//
// @mode read
// @row  unsealed Integer!
// @rows one
MATCH (r:Unsealed)
RETURN count(*) AS unsealed
