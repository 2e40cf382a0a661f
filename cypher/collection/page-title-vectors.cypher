// One page of the vectors of titles, in order of dataset, without the vectors themselves. 标题向量分页
//
// @mode  read
// @param after String!   id of the last dataset of the page before; empty for the first page
// @param size  Integer!
// @row   dataset String!
// @row   title   String!  that it was made from
// @row   shelf   String!
// @rows  many
// @uses  TitleVector(dataset)
MATCH (v:TitleVector)
WHERE v.dataset > $after
WITH v ORDER BY v.dataset LIMIT $size
RETURN v.dataset AS dataset, v.title AS title, v.shelf AS shelf
ORDER BY dataset
