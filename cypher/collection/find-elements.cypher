// Standard elements that go by any of these names. 按名称查数据元
//
// @mode  read
// @param names [String!]!  folded
// @row   id      String!
// @row   name    String!
// @row   aliases [String!]
// @rows  many
// @scans elements are few, and a list property has no index
MATCH (e:Element)
WHERE any(name IN e.names WHERE name IN $names)
RETURN e.id AS id, e.name AS name, e.aliases AS aliases
