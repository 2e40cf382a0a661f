// Writes records of one kind that the registry does not hold yet. 新增记录
//
// @mode   write
// @inline type Text  label of the kind
// @param  rows [Map!]!  each the record's properties
// @rows   none
UNWIND $rows AS row
CREATE (r:Record:{{type}})
SET r = row
