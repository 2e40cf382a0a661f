// Records flows between data items, one a pair that a flow maps. 新增信息项数据流
//
// @mode   write
// @inline era FLOWS_TO,FLOWED_TO
// @param  rows [[Any]!]! each from, to, key, digest, kind, who asserts it, valid from, recorded, transform, valid to, item mapping,
//                        evidence, activity, source, note, retired; what is missing at the end is null
// @param  load String!
// @rows   none
// @uses   Item(id)
UNWIND $rows AS row
MATCH (a:Item {id: row[0]})
MATCH (b:Item {id: row[1]})
CREATE (a)-[:{{era}} {
  key: row[2], digest: row[3], kind: row[4], assertedBy: row[5], validFrom: row[6], recordedAt: row[7], transform: row[8],
  validTo: row[9], items: row[10], evidence: row[11], activity: row[12], source: row[13], note: row[14],
  retiredAt: row[15], load: $load
}]->(b)
