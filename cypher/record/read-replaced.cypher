// Some records whose content a load replaced, with what they said before. 撤销装载：被替换的记录
//
// @mode  read
// @param load String!
// @param size Integer!
// @row   id         String!
// @row   content    String!
// @row   recordedAt Integer!
// @row   load       String
// @rows  many
// @uses  Version(endedBy)
MATCH (v:Version {endedBy: $load})<-[:WAS]-(r:Record)
RETURN r.id AS id, v.content AS content, v.from AS recordedAt, v.load AS load
LIMIT $size
