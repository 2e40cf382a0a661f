// Opens the journal of a load: from here on readers wait until it is closed. 装载开始
//
// @mode  write
// @param load  String!
// @param owner String!   who writes it: machine and process
// @param files [String!]!
// @param at    Integer!
// @row   opened Boolean! false: another load is open
// @rows  one
// @uses  Registry(name)
MATCH (r:Registry {name: 'shuyuan'})
SET r.lock = $load
WITH r, r.loading IS NULL AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
  SET r.loading = $load
  CREATE (:Load {id: $load, owner: $owner, files: $files, state: 'WRITING', openedAt: $at, beatAt: timestamp()})
)
RETURN free AS opened
