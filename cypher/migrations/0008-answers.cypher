// Answers to requests that may come twice.
CREATE CONSTRAINT answer_key IF NOT EXISTS FOR (a:Answer) REQUIRE a.key IS UNIQUE;
CREATE INDEX answer_at IF NOT EXISTS FOR (a:Answer) ON (a.at);
