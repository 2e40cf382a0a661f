// The registry's own node, what was migrated, and loads.
CREATE CONSTRAINT registry_name IF NOT EXISTS FOR (r:Registry) REQUIRE r.name IS UNIQUE;
CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (m:Migration) REQUIRE m.number IS UNIQUE;
CREATE CONSTRAINT load_id IF NOT EXISTS FOR (l:Load) REQUIRE l.id IS UNIQUE;
