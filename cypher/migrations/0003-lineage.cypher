// Flows by identity, and the few that end or were retired, for the sweep that moves them to the past.
CREATE INDEX flow_key IF NOT EXISTS FOR ()-[f:FLOWS_TO]-() ON (f.key);
CREATE INDEX past_flow_key IF NOT EXISTS FOR ()-[f:FLOWED_TO]-() ON (f.key);
CREATE INDEX flow_end IF NOT EXISTS FOR ()-[f:FLOWS_TO]-() ON (f.validTo);
CREATE INDEX flow_retired IF NOT EXISTS FOR ()-[f:FLOWS_TO]-() ON (f.retiredAt);
