// Writes what each rule looked at and found in the last run. 各规则的核查范围与结果
//
// @mode  write
// @param rows [Map!]! each {code, population, violations, reviews}
// @rows  none
// @uses  Rule(code)
UNWIND $rows AS row
MERGE (r:Rule {code: row.code})
SET r.population = row.population, r.violations = row.violations, r.reviews = row.reviews
