// Takes what a deed is about, one lock each, and says which record was the last about it. 锁定事项对象
//
// @mode   write
// @param  ids    [String!]!  in order of id, so that two deeds wait for each other one way
// @param  record String!     id of the record that is being written
// @row    id     String!
// @row    last   String      digest of the last record about it; null: there is none
// @rows   many
// @uses   AuditSubject(id)
UNWIND $ids AS subject
MERGE (s:AuditSubject {id: subject})
SET s.lock = $record
RETURN s.id AS id, s.last AS last
