// The audit log: records by id, digest, place in the log, moment, act and actor; what they are about; the tree and its heads.
CREATE CONSTRAINT audit_record_id IF NOT EXISTS FOR (r:AuditRecord) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT audit_record_sealed IF NOT EXISTS FOR (r:AuditRecord) REQUIRE r.sealed IS UNIQUE;
CREATE INDEX audit_record_digest IF NOT EXISTS FOR (r:AuditRecord) ON (r.digest);
CREATE INDEX audit_record_at IF NOT EXISTS FOR (r:AuditRecord) ON (r.at, r.id);
CREATE INDEX audit_record_act IF NOT EXISTS FOR (r:AuditRecord) ON (r.act, r.at, r.id);
CREATE INDEX audit_record_actor IF NOT EXISTS FOR (r:AuditRecord) ON (r.actor, r.at, r.id);
CREATE CONSTRAINT audit_subject_id IF NOT EXISTS FOR (s:AuditSubject) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT audit_log_name IF NOT EXISTS FOR (l:AuditLog) REQUIRE l.name IS UNIQUE;
CREATE CONSTRAINT audit_tile_place IF NOT EXISTS FOR (t:AuditTile) REQUIRE (t.level, t.at) IS UNIQUE;
CREATE CONSTRAINT audit_head_size IF NOT EXISTS FOR (h:AuditHead) REQUIRE h.size IS UNIQUE;
