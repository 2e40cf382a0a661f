// Accounts of those who sign in: one for each subject of an issuer.
CREATE CONSTRAINT account_id IF NOT EXISTS FOR (a:Account) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT account_subject IF NOT EXISTS FOR (a:Account) REQUIRE (a.issuer, a.subject) IS UNIQUE;
