// Closes an account: its tokens are refused from now on. 停用账号
//
// @mode  write
// @param id String!
// @param at Integer!  epoch milliseconds
// @rows  none
// @uses  Account(id)
MATCH (a:Account {id: $id})
SET a.closedAt = $at
