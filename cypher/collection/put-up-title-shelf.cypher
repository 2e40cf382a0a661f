// Puts up a shelf for vectors of titles, once its index is there. 设立标题向量书架
//
// @mode  write
// @param name      String!
// @param model     String!
// @param dimension Integer!
// @param sight     String!  class of what stands on it, see identity/sight-classes.ts
// @param place     String   id of the jurisdiction that it lies in
// @rows  none
// @uses  TitleShelf(name)
MERGE (s:TitleShelf {name: $name})
SET s.model = $model, s.dimension = $dimension, s.sight = $sight, s.place = $place
