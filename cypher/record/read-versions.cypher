// Former contents of one record, oldest first. 历史版本
//
// @mode  read
// @param id String!
// @row   content String!
// @row   from    Integer! when the registry recorded it, epoch milliseconds
// @row   to      Integer! when it recorded better
// @rows  many
// @uses  Record(id)
MATCH (:Record {id: $id})-[:WAS]->(v:Version)
RETURN v.content AS content, v.from AS from, v.to AS to
ORDER BY from, to
