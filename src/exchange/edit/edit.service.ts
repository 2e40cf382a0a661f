import { dayOfMoment } from '../../calendar/day.ts';
import type { Check } from '../../collection/check.ts';
import { missingClearance } from '../../collection/clearance.ts';
import type { Collection } from '../../collection/collection.ts';
import type { Content } from '../../record/kind.ts';
import { saveFlow } from './save-flow.ts';
import { savingOf } from './save-record.ts';

/** Writes an organization 登记或修改机构. */
export const saveOrganization = savingOf('organization', 'organization:save');
/** Writes a standard data element 登记或修改数据元. */
export const saveElement = savingOf('element', 'element:save');
/** Writes a dataset of the catalog 编制或修改目录条目. */
export const saveDataset = savingOf('dataset', 'dataset:save');
/** Registers an act of collection that a check cleared, or changes one 登记或修改收集. */
export const saveCollection = savingOf('collection', 'collection:save', ({ content, before, named }, { now }) => {
  const collection = content as Content & Collection;
  const check = (named.get(`Check:${collection.check}`) ?? null) as (Content & Check) | null;
  return missingClearance({ collection, before: before as (Content & Collection) | null, check }, dayOfMoment(now));
});
export { saveFlow };
