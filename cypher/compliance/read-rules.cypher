// What each rule looked at and found in the last run. 各规则的核查范围与结果
//
// @mode  read
// @row   code       String!
// @row   population Integer!
// @row   violations Integer!
// @row   reviews    Integer!
// @rows  many
// @scans rules are few
MATCH (r:Rule)
RETURN r.code AS code, r.population AS population, r.violations AS violations, r.reviews AS reviews
