// Writes assets of one kind that the registry does not hold yet. 新增数据资产
//
// @mode   write
// @inline type Text  label of the kind
// @param  rows [Map!]!  each the record's properties
// @rows   none
UNWIND $rows AS row
CREATE (r:Record:Asset:{{type}})
SET r = row
