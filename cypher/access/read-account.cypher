// The account of whom a token vouches for. 按登录身份查账号
//
// @mode  read
// @param issuer  String!
// @param subject String!
// @row   id           String!
// @row   person       String
// @row   role         String!
// @row   organization String
// @row   jurisdiction String
// @row   openedAt     Integer!
// @row   closedAt     Integer
// @rows  maybe
// @uses  Account(issuer,subject)
MATCH (a:Account {issuer: $issuer, subject: $subject})
RETURN a.id AS id, a.person AS person, a.role AS role, a.organization AS organization, a.jurisdiction AS jurisdiction,
  a.openedAt AS openedAt, a.closedAt AS closedAt
