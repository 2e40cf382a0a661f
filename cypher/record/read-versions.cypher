// Former contents of one record, oldest first. 历史版本
//
// @mode  read
// @param id String!
// @row   content String!
// @row   from    Integer! when the registry recorded it, epoch milliseconds
// @row   to      Integer! when it recorded better
// @row   digest  String!
// @row   load    String   the load or act that wrote it; null where it came with a dump
// @rows  many
// @uses  Record(id)
MATCH (:Record {id: $id})-[:WAS]->(v:Version)
RETURN v.content AS content, v.from AS from, v.to AS to, v.digest AS digest, v.load AS load
ORDER BY from, to
