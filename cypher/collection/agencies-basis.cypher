// What must be unchanged for the organizations to be as they were read: loads, places, and the last one recorded. 变动依据
//
// @mode  read
// @row   loads    Integer!
// @row   opened   Integer   when the last load was opened, epoch milliseconds
// @row   load     String    id of one of them: another registry has others
// @row   placed   Integer   when a place was recorded last
// @row   recorded Integer   when an organization was recorded last
// @rows  one
// @uses  Organization(recordedAt)
// @scans loads and places are few
MATCH (l:Load)
WITH count(l) AS loads, max(l.openedAt) AS opened, max(l.id) AS load
OPTIONAL MATCH (j:Jurisdiction)
WITH loads, opened, load, max(j.recordedAt) AS placed
OPTIONAL MATCH (o:Organization)
WHERE o.recordedAt > 0
RETURN loads, opened, load, placed, max(o.recordedAt) AS recorded
