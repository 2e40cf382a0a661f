// Those of some datasets that are important or core data, declared or computed. 重要数据和核心数据
//
// @mode  read
// @param ids   [String!]!
// @param level Integer!  lowest level of important data
// @row   id String!
// @rows  many
// @uses  Record(id)
UNWIND $ids AS id
MATCH (d:Record {id: id})
WHERE d.declaredLevel >= $level OR d.computedLevel >= $level
RETURN d.id AS id
