/** The door for whole bundles 批量写入: records of every kind, written in a transaction that the caller opened. */
export {
  compare,
  type Draft,
  existingIds,
  type Kept,
  loadHistory,
  pageRecords,
  readRecords,
  replacedBy,
  restore,
  undoCreated,
  versionsOf,
  type Writing,
  type Written,
  writeRecords,
} from './record.store.ts';
