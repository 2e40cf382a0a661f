// The signed head of a size. 树头
//
// @mode  read
// @param size Integer!
// @row   jws  String!
// @rows  maybe
// @uses  AuditHead(size)
MATCH (h:AuditHead {size: $size})
RETURN h.jws AS jws
