// How many datasets there are that are not retired; by itself, because it is asked most and needs no filter. 目录条目总数
//
// @mode   read
// @param  now   Integer!
// @row    count Integer!
// @rows   one
// @scans  retired ones are looked for in the whole catalog
MATCH (:Dataset)
WITH count(*) AS written
OPTIONAL MATCH (d:Dataset)
WHERE d.retiredAt <= $now
WITH written, count(d) AS retired
RETURN written - retired AS count
