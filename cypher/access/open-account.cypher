// Makes an account for a subject, or finds the one it has. 开设账号
//
// @mode  write
// @param issuer       String!
// @param subject      String!
// @param id           String!   of the account, if it is made now
// @param person       String
// @param role         String!
// @param organization String
// @param jurisdiction String
// @param at           Integer!  epoch milliseconds
// @row   id           String!
// @row   person       String
// @row   role         String!
// @row   organization String
// @row   jurisdiction String
// @row   openedAt     Integer!
// @row   closedAt     Integer
// @rows  one
// @uses  Account(issuer,subject)
MERGE (a:Account {issuer: $issuer, subject: $subject})
ON CREATE SET a.id = $id, a.person = $person, a.role = $role, a.organization = $organization,
  a.jurisdiction = $jurisdiction, a.openedAt = $at
RETURN a.id AS id, a.person AS person, a.role AS role, a.organization AS organization, a.jurisdiction AS jurisdiction,
  a.openedAt AS openedAt, a.closedAt AS closedAt
