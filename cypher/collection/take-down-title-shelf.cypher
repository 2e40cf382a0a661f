// Takes down a shelf; nothing may stand on it any more. 撤除标题向量书架
//
// @mode  write
// @param name String!
// @rows  none
// @uses  TitleShelf(name)
MATCH (s:TitleShelf {name: $name})
DELETE s
