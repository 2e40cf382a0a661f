import { backflowKind } from '../../aggregation/backflow.ts';
import { databaseKind } from '../../aggregation/database.ts';
import { changeKind } from '../../catalog/change.ts';
import { datasetKind } from '../../catalog/dataset.ts';
import { holidaysKind } from '../../clock/holidays.ts';
import { profileKind } from '../../clock/profile.ts';
import { agencyVerdictKind } from '../../collection/agency-verdict.ts';
import { checkKind } from '../../collection/check.ts';
import { collectionKind } from '../../collection/collection.ts';
import { verdictKind } from '../../collection/verdict.ts';
import { agreementKind } from '../../operation/agreement.ts';
import { disclosureKind } from '../../operation/disclosure.ts';
import { planKind } from '../../operation/plan.ts';
import { productKind } from '../../operation/product.ts';
import { registrationKind } from '../../operation/registration.ts';
import { controlKind } from '../../organization/control.ts';
import { dutyKind } from '../../organization/duty.ts';
import { jurisdictionKind } from '../../organization/jurisdiction.ts';
import { organizationKind } from '../../organization/organization.ts';
import type { RecordKind } from '../../record/kind.ts';
import { qualificationKind } from '../../redevelopment/qualification.ts';
import { requestKind } from '../../sharing/request.ts';
import { useKind } from '../../sharing/use.ts';
import { elementKind } from '../../standard/element.ts';
import { instrumentKind } from '../../standard/instrument.ts';
import { provisionKind } from '../../standard/provision.ts';

/** Every kind of record but flow, in the order in which a dump lists them. */
export const recordKinds: readonly RecordKind[] = [
  jurisdictionKind,
  organizationKind,
  controlKind,
  instrumentKind,
  provisionKind,
  dutyKind,
  elementKind,
  datasetKind,
  databaseKind,
  collectionKind,
  checkKind,
  verdictKind,
  agencyVerdictKind,
  backflowKind,
  planKind,
  agreementKind,
  productKind,
  registrationKind,
  disclosureKind,
  qualificationKind,
  requestKind,
  useKind,
  changeKind,
  profileKind,
  holidaysKind,
];

const byWord = new Map(recordKinds.map((kind) => [kind.kind, kind]));
const byType = new Map(recordKinds.map((kind) => [kind.type, kind]));

/** The kind with a bundle's word, `dataset`. */
export function kindOfWord(word: string): RecordKind | undefined {
  return byWord.get(word);
}

/** The kind of an id's type, `Dataset`. */
export function kindOfType(type: string): RecordKind | undefined {
  return byType.get(type);
}

/** Relationship types by which records name others: those a record's replacement redraws. */
export const ownedRelationships: readonly string[] = [
  ...new Set(recordKinds.flatMap(({ references }) => references.flatMap(({ as }) => (as === undefined ? [] : [as])))),
];
