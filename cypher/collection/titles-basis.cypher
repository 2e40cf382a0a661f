// What must be unchanged for the moments of recording to tell which datasets changed: loads, and places. 变动依据
//
// @mode  read
// @row   loads  Integer!
// @row   opened Integer   when the last load was opened, epoch milliseconds
// @row   placed Integer   when a place was recorded last
// @rows  one
// @scans loads and places are few
MATCH (l:Load)
WITH count(l) AS loads, max(l.openedAt) AS opened
OPTIONAL MATCH (j:Jurisdiction)
RETURN loads, opened, max(j.recordedAt) AS placed
