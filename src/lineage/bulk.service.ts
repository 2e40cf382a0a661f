/** The door for whole bundles 批量写入: items of assets and flows, written in a transaction that the caller opened. */
export {
  type FlowChanges,
  flowChanges,
  type HeldAssertion,
  heldAssertions,
  moveSome,
  pageFlows,
  undoFlows,
  writeFlows,
} from './flows.store.ts';
export {
  currentItemsOf,
  existingItemIds,
  linkItems,
  type Realised,
  realisedBy,
  undoItems,
  writeFormerItems,
  writeItems,
} from './items.store.ts';
