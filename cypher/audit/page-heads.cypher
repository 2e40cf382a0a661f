// Signed heads in order of size, those beyond a size. 树头分页
//
// @mode  read
// @param after Integer!
// @param limit Integer!
// @row   size  Integer!
// @row   jws   String!
// @rows  many
// @uses  AuditHead(size)
MATCH (h:AuditHead)
WHERE h.size > $after
RETURN h.size AS size, h.jws AS jws
ORDER BY size
LIMIT $limit
