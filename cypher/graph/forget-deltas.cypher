// Forgets what a thousand changes ago touched. 清理过期的变动范围
//
// @mode  write
// @rows  none
// @uses  Registry(name) Delta(generation)
MATCH (r:Registry {name: 'shuyuan'})
MATCH (d:Delta)
WHERE d.generation <= r.generation - 1000
CALL (d) {
  DELETE d
} IN TRANSACTIONS OF 10000 ROWS
