// Records flows between data items, one a pair that a flow maps. 新增信息项数据流
//
// @mode   write
// @inline era FLOWS_TO,FLOWED_TO
// @param  rows [[Any]!]! each from, to, key, digest, kind, transform, who asserts it, evidence, activity, source, note,
//                        item mapping, valid from and to, recorded, retired
// @param  load String!
// @rows   none
// @uses   Item(id)
UNWIND $rows AS row
MATCH (a:Item {id: row[0]})
MATCH (b:Item {id: row[1]})
CREATE (a)-[:{{era}} {
  key: row[2], digest: row[3], kind: row[4], transform: row[5], assertedBy: row[6], evidence: row[7], activity: row[8],
  source: row[9], note: row[10], items: row[11], validFrom: row[12], validTo: row[13], recordedAt: row[14],
  retiredAt: row[15], load: $load
}]->(b)
