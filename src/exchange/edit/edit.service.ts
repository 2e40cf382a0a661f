import type { Outcome } from '../../access/decision.ts';
import type { Desk } from '../../access/desk.ts';
import { dayOfMoment } from '../../calendar/day.ts';
import { judgeAgencies as judgeAgenciesAlone } from '../../collection/agency-verdict.service.ts';
import type { Check } from '../../collection/check.ts';
import { missingClearance } from '../../collection/clearance.ts';
import type { Collection } from '../../collection/collection.ts';
import {
  concludeCheck as concludeCheckAlone,
  recordCheck as recordCheckAlone,
} from '../../collection/recorded-check.service.ts';
import { judgePair as judgePairAlone } from '../../collection/verdict.service.ts';
import { isEvaluatedAfterAct } from '../../compliance/evaluation.service.ts';
import type { Content } from '../../record/kind.ts';
import { nameLead as nameLeadAlone } from './name-lead.ts';
import { saveFlow as saveFlowAlone } from './save-flow.ts';
import { savingOf } from './save-record.ts';

/** Writes an organization 登记或修改机构. */
export const saveOrganization = keepingCurrent(savingOf('organization', 'organization:save'));
/** Writes a standard data element 登记或修改数据元. */
export const saveElement = keepingCurrent(savingOf('element', 'element:save'));
/** Writes a dataset of the catalog 编制或修改目录条目. */
export const saveDataset = keepingCurrent(savingOf('dataset', 'dataset:save'));
/** Registers an act of collection that a check cleared, or changes one 登记或修改收集. */
export const saveCollection = keepingCurrent(
  savingOf('collection', 'collection:save', ({ content, before, named }, { now }) => {
    const collection = content as Content & Collection;
    const check = (named.get(`Check:${collection.check}`) ?? null) as (Content & Check) | null;
    return missingClearance({ collection, before: before as (Content & Collection) | null, check }, dayOfMoment(now));
  }),
);
/** Records a flow of data 登记数据流. */
export const saveFlow = keepingCurrent(saveFlowAlone);
/** Checks before collecting, and puts on record what was shown 记录收集前查重. */
export const recordCheck = keepingCurrent(recordCheckAlone);
/** Says what follows from a recorded check 查重处理. */
export const concludeCheck = keepingCurrent(concludeCheckAlone);
/** Says whether two datasets hold the same 认定重复. */
export const judgePair = keepingCurrent(judgePairAlone);
/** Says how two organizations lie to each other 认定机构关系. */
export const judgeAgencies = keepingCurrent(judgeAgenciesAlone);
/** Names the source of what several collect 明确数源部门. */
export const nameLead = keepingCurrent(nameLeadAlone);

/** What came of an act, and whether what the rules find of it is told already. */
export type Followed<Result> = Outcome<Result> & {
  /** Findings and levels are not current yet 待核算; the server brings them up to date at once. */
  readonly findingsPending: boolean;
};

/** An act after which findings and levels are brought up to date, where that is quick. */
function keepingCurrent<Rest extends readonly unknown[], Result>(
  deed: (desk: Desk, ...rest: Rest) => Promise<Outcome<Result>>,
) {
  return async (desk: Desk, ...rest: Rest): Promise<Followed<Result>> => {
    const outcome = await deed(desk, ...rest);
    return { ...outcome, findingsPending: outcome.done !== null && !(await isEvaluatedAfterAct(desk)) };
  };
}
