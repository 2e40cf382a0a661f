// Whether the registry holds records, and flows. 是否为空
//
// @mode  read
// @row   records Boolean!
// @row   flows   Boolean!
// @rows  one
// @scans stops at the first one
RETURN EXISTS { MATCH (:Record) } AS records, EXISTS { MATCH ()-[:FLOWS_TO|FLOWED_TO]->() } AS flows
