// What the registry holds of flows with these identities, each assertion by itself. 查已有数据流
//
// @mode   read
// @inline era FLOWS_TO,FLOWED_TO
// @param  keys [String!]!
// @row    key        String!
// @row    digest     String!
// @row    recordedAt Integer!
// @row    retiredAt  Integer
// @row    deed       String     the load or act that recorded it
// @row    endedBy    String     the one that retired it, where one did later
// @rows   many
// @uses   FLOWS_TO(key) FLOWED_TO(key)
UNWIND $keys AS key
MATCH (a:Asset)-[f:{{era}} {key: key}]->(:Asset)
RETURN key, f.digest AS digest, f.recordedAt AS recordedAt, f.retiredAt AS retiredAt,
  coalesce(f.deed, f.load) AS deed, f.endedBy AS endedBy
