// Makes the account of a subject. 开设账号
//
// @mode  write
// @param issuer       String!
// @param subject      String!
// @param id           String!
// @param person       String
// @param role         String!
// @param organization String
// @param jurisdiction String
// @param at           Integer!  epoch milliseconds
// @rows  none
CREATE (a:Account {issuer: $issuer, subject: $subject, id: $id, person: $person, role: $role,
  organization: $organization, jurisdiction: $jurisdiction, openedAt: $at})
