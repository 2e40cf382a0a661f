/** The door for whole bundles 批量写入: records of every kind, written in a transaction that the caller opened. */
export { type Draft, draftOf } from './entry.ts';
export {
  compare,
  existingIds,
  type Kept,
  linkRecords,
  loadHistory,
  type Placing,
  pageRecords,
  placedBy,
  placeRecords,
  readRecords,
  replacedBy,
  restore,
  undoCreated,
  versionsOf,
  type Writing,
  type Written,
  writeRecords,
} from './record.store.ts';
