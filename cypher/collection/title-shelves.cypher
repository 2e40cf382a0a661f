// Shelves on which vectors of titles stand. 标题向量书架
//
// @mode read
// @row  name      String!
// @row  model     String!
// @row  dimension Integer!
// @rows many
// @scans shelves are few: one for each class and place
MATCH (s:TitleShelf)
RETURN s.name AS name, s.model AS model, s.dimension AS dimension
