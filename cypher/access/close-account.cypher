// Closes an account: its tokens are refused from now on. 停用账号
//
// @mode  write
// @param issuer  String!
// @param subject String!
// @param at      Integer!  epoch milliseconds
// @row   id String!
// @rows  maybe
// @uses  Account(issuer,subject)
MATCH (a:Account {issuer: $issuer, subject: $subject})
SET a.closedAt = coalesce(a.closedAt, $at)
RETURN a.id AS id
