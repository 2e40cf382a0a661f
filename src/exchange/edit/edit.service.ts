import { saveFlow } from './save-flow.ts';
import { savingOf } from './save-record.ts';

/** Writes an organization 登记或修改机构. */
export const saveOrganization = savingOf('organization', 'organization:save');
/** Writes a standard data element 登记或修改数据元. */
export const saveElement = savingOf('element', 'element:save');
/** Writes a dataset of the catalog 编制或修改目录条目. */
export const saveDataset = savingOf('dataset', 'dataset:save');
export { saveFlow };
