// The vectors of titles of some datasets, without the vectors themselves. 数据集的标题向量
//
// @mode  read
// @param datasets [String!]!
// @row   dataset String!
// @row   title   String!  that it was made from
// @row   shelf   String!
// @rows  many
// @uses  TitleVector(dataset)
UNWIND $datasets AS dataset
MATCH (v:TitleVector {dataset: dataset})
RETURN v.dataset AS dataset, v.title AS title, v.shelf AS shelf
