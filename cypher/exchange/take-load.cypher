// Takes over the journal of a load to take it back: waits for a batch that is being written, and lets none follow. 接手中断的装载
//
// @mode  write
// @param load  String!
// @param from  String!  the owner that was seen dead
// @param owner String!  who takes it back
// @row   taken Boolean! false: somebody else was faster, or it is closed
// @rows  one
// @uses  Load(id)
MATCH (l:Load {id: $load})
SET l.beatAt = timestamp()
WITH l, l.owner = $from AND l.state IN ['WRITING', 'UNDOING'] AS taken
FOREACH (_ IN CASE WHEN taken THEN [1] ELSE [] END | SET l.owner = $owner, l.state = 'UNDOING')
RETURN taken
