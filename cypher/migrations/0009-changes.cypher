// What changed since a moment: duplicates in the stock are kept as the catalog changes.
CREATE INDEX dataset_recorded IF NOT EXISTS FOR (d:Dataset) ON (d.recordedAt);
CREATE INDEX organization_recorded IF NOT EXISTS FOR (o:Organization) ON (o.recordedAt);
