// Records flows between assets. 新增数据流
//
// @mode   write
// @inline era FLOWS_TO,FLOWED_TO
// @param  rows [[Any]!]! each from, to, key, digest, kind, who asserts it, valid from, recorded, transform, valid to, item mapping,
//                        evidence, activity, source, note, retired; what is missing at the end is null
// @param  load String!
// @rows   none
// @uses   Asset(id)
UNWIND $rows AS row
MATCH (a:Asset {id: row[0]})
MATCH (b:Asset {id: row[1]})
CREATE (a)-[:{{era}} {
  key: row[2], digest: row[3], kind: row[4], assertedBy: row[5], validFrom: row[6], recordedAt: row[7], transform: row[8],
  validTo: row[9], items: row[10], evidence: row[11], activity: row[12], source: row[13], note: row[14],
  retiredAt: row[15], load: $load
}]->(b)
