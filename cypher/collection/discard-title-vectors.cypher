// Discards the vectors of titles of some datasets. 清除标题向量
//
// @mode  write
// @param datasets [String!]!
// @rows  none
// @uses  TitleVector(dataset)
UNWIND $datasets AS dataset
MATCH (v:TitleVector {dataset: dataset})
DELETE v
