// Records of every kind, assets and their items, by id; former contents by the load that ended them.
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (r:Record) REQUIRE r.id IS UNIQUE;
CREATE INDEX record_owner IF NOT EXISTS FOR (r:Record) ON (r.owner);
CREATE CONSTRAINT asset_id IF NOT EXISTS FOR (a:Asset) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT item_id IF NOT EXISTS FOR (i:Item) REQUIRE i.id IS UNIQUE;
CREATE INDEX item_name IF NOT EXISTS FOR (i:Item) ON (i.foldedName);
CREATE INDEX version_ended_by IF NOT EXISTS FOR (v:Version) ON (v.endedBy);
