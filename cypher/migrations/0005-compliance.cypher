// Findings by id, in their order, by what they are about and by who must act; what each rule saw; when all was evaluated.
CREATE CONSTRAINT finding_id IF NOT EXISTS FOR (f:Finding) REQUIRE f.id IS UNIQUE;
CREATE INDEX finding_rank IF NOT EXISTS FOR (f:Finding) ON (f.rank);
CREATE INDEX finding_subject IF NOT EXISTS FOR (f:Finding) ON (f.subject);
CREATE INDEX finding_owner IF NOT EXISTS FOR (f:Finding) ON (f.owner);
CREATE CONSTRAINT rule_code IF NOT EXISTS FOR (r:Rule) REQUIRE r.code IS UNIQUE;
CREATE CONSTRAINT evaluation_name IF NOT EXISTS FOR (e:Evaluation) REQUIRE e.name IS UNIQUE;
