// Every account, by issuer and subject. 账号清单
//
// @mode  read
// @row   id           String!
// @row   issuer       String!
// @row   subject      String!
// @row   person       String
// @row   role         String!
// @row   organization String
// @row   jurisdiction String
// @row   openedAt     Integer!
// @row   closedAt     Integer
// @rows  many
// @scans a list of all; accounts are few
MATCH (a:Account)
RETURN a.id AS id, a.issuer AS issuer, a.subject AS subject, a.person AS person, a.role AS role,
  a.organization AS organization, a.jurisdiction AS jurisdiction, a.openedAt AS openedAt, a.closedAt AS closedAt
ORDER BY issuer, subject
