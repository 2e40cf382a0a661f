// Puts vectors of titles on their shelves; the label of the shelf is what its index holds. 标题向量入架
//
// @mode  write
// @param rows [Map!]!  each {dataset, title, shelf, vector}
// @rows  none
// @uses  TitleVector(dataset)
UNWIND $rows AS row
MERGE (v:TitleVector {dataset: row.dataset})
SET v.title = row.title, v.shelf = row.shelf, v.vector = [number IN row.vector | toFloat(number)]
SET v:$(row.shelf)
