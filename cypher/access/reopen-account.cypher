// Opens a closed account again, with what it is for from now on. 重新启用账号
//
// @mode  write
// @param id           String!
// @param person       String
// @param role         String!
// @param organization String
// @param jurisdiction String
// @param at           Integer!  epoch milliseconds
// @rows  none
// @uses  Account(id)
MATCH (a:Account {id: $id})
WHERE a.closedAt IS NOT NULL
SET a.person = $person, a.role = $role, a.organization = $organization, a.jurisdiction = $jurisdiction,
  a.openedAt = $at, a.closedAt = null
