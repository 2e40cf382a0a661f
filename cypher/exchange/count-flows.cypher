// How many assertions of flows between assets the registry holds. 数据流总数
//
// @mode  read
// @row   flows Integer!
// @rows  one
MATCH (:Asset)-[f:FLOWS_TO|FLOWED_TO]->(:Asset)
RETURN count(f) AS flows
