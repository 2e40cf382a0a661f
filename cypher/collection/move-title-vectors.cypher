// Moves vectors of titles from one shelf to another. 标题向量移架
//
// @mode  write
// @param rows [Map!]!  each {dataset, from, to}
// @rows  none
// @uses  TitleVector(dataset)
UNWIND $rows AS row
MATCH (v:TitleVector {dataset: row.dataset})
REMOVE v:$(row.from)
SET v.shelf = row.to
SET v:$(row.to)
