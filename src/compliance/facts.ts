import type { Day } from '#src/calendar/day.ts';
import type { GradedItem, Transform } from '#src/classification/grading.ts';
import type { GradedAsset } from '#src/classification/level-book.ts';

/**
 * What the rules read of each kind of record: the fields of the registry bundle that a condition names, nothing else. Keys name records of a
 * known kind; a reference `Type:key` may name several. Absent and null mean the same: not known.
 */
type Maybe<T> = T | null | undefined;
export type ShareType = 'UNCONDITIONAL' | 'CONDITIONAL' | 'NONE';

interface Keyed {
  readonly key: string;
}

export interface Jurisdiction extends Keyed {
  readonly name: string;
  readonly kind: 'NATION' | 'PROVINCE' | 'CITY' | 'DISTRICT' | 'COUNTY' | 'COUNTY_CITY' | 'ZONE';
}

export interface Organization extends Keyed {
  readonly name: string;
  readonly kind: string;
  readonly jurisdiction?: Maybe<string>;
  readonly roles?: Maybe<readonly string[]>;
}

export interface Instrument extends Keyed {
  readonly title: string;
  readonly level: string;
  readonly repealedOn?: Maybe<Day>;
}

export interface Provision extends Keyed {
  readonly instrument: string;
  readonly article: string;
  readonly repealedOn?: Maybe<Day>;
}

export interface Duty extends Keyed {
  readonly title: string;
  readonly basis?: Maybe<readonly string[]>;
}

export interface Element extends Keyed {
  readonly name: string;
}

export interface DatasetItem extends GradedItem {
  readonly key?: Maybe<boolean>;
  readonly share?: Maybe<ShareType>;
  readonly open?: Maybe<ShareType>;
}

export interface Dataset extends Keyed {
  readonly title: string;
  readonly provider: string;
  readonly collector?: Maybe<string>;
  readonly approver?: Maybe<string>;
  readonly code?: Maybe<string>;
  readonly jurisdiction?: Maybe<string>;
  readonly duty?: Maybe<string>;
  readonly basis?: Maybe<readonly string[]>;
  readonly subject?: Maybe<string>;
  readonly form?: Maybe<string>;
  readonly items?: Maybe<readonly DatasetItem[]>;
  readonly share?: Maybe<ShareType>;
  readonly shareCondition?: Maybe<string>;
  readonly shareScope?: Maybe<string>;
  readonly open?: Maybe<ShareType>;
  readonly openCondition?: Maybe<string>;
  readonly openReason?: Maybe<string>;
  readonly cycle?: Maybe<string>;
  readonly level?: Maybe<number>;
  readonly state?: Maybe<string>;
  readonly publishedOn?: Maybe<Day>;
  readonly updatedOn?: Maybe<Day>;
  readonly entryUpdatedOn?: Maybe<Day>;
  readonly notAggregatedReason?: Maybe<string>;
  readonly levelAdjustment?: GradedAsset['levelAdjustment'];
}

export interface Database extends Keyed {
  readonly name: string;
  readonly kind: 'BASIC' | 'THEMATIC' | 'DEPARTMENT';
  readonly domain: string;
  readonly lead: string;
  readonly participants?: Maybe<readonly string[]>;
  readonly jurisdiction: string;
}

export interface Collection extends Keyed {
  readonly name: string;
  readonly organization: string;
  readonly items?: Maybe<readonly { readonly name: string; readonly element?: Maybe<string> }[]>;
  readonly subject?: Maybe<string>;
  readonly startedOn?: Maybe<Day>;
  readonly endedOn?: Maybe<Day>;
  readonly exemption?: Maybe<string>;
}

export interface Backflow extends Keyed {
  readonly name: string;
  readonly coordinator: string;
  readonly items?: Maybe<readonly string[]>;
  readonly cycle?: Maybe<string>;
  readonly agreedOn?: Maybe<Day>;
  readonly lastReturnedOn?: Maybe<Day>;
  readonly state?: Maybe<string>;
}

/** A flow known now; its times are moments in milliseconds. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly transform?: Maybe<Transform>;
  readonly items?: Maybe<readonly (readonly (string | null)[])[]>;
  readonly validFrom: number;
  readonly validTo: number | null;
}

export interface Event {
  readonly act: string;
  readonly by?: Maybe<string>;
  readonly at: string;
}

export interface Plan extends Keyed {
  readonly title: string;
  readonly implementer: string;
  readonly scope: readonly string[];
  readonly termFrom?: Maybe<Day>;
  readonly termTo?: Maybe<Day>;
  readonly events?: Maybe<readonly Event[]>;
}

export interface Agreement extends Keyed {
  readonly plan: string;
  readonly operator: string;
  readonly scope: readonly string[];
  readonly selection?: Maybe<string>;
  readonly bidders?: Maybe<number>;
  readonly signedOn: Day;
  readonly termFrom: Day;
  readonly termTo: Day;
  readonly suspendedOn?: Maybe<Day>;
  readonly terminatedOn?: Maybe<Day>;
}

export interface Product extends Keyed {
  readonly name: string;
  readonly developer: string;
  readonly agreement?: Maybe<string>;
  readonly qualification?: Maybe<string>;
  readonly purpose?: Maybe<string>;
  readonly price?: Maybe<number>;
  readonly priceCap?: Maybe<number>;
  readonly level?: Maybe<number>;
  readonly levelAdjustment?: GradedAsset['levelAdjustment'];
  readonly versions?: Maybe<readonly { readonly version: string; readonly deliveredOn: Day }[]>;
}

export interface Registration extends Keyed {
  readonly subject: string;
  readonly holder: string;
  readonly kind?: Maybe<string>;
  readonly codedOn?: Maybe<Day>;
  readonly validTo?: Maybe<Day>;
  readonly state?: Maybe<string>;
}

export interface Disclosure extends Keyed {
  readonly by: string;
  readonly year: number;
  readonly publishedOn?: Maybe<Day>;
  readonly items?: Maybe<readonly string[]>;
  readonly kind?: Maybe<string>;
}

export interface Qualification extends Keyed {
  readonly applicant: string;
  readonly products: readonly string[];
  readonly securityAgreedOn?: Maybe<Day>;
  readonly revenueAgreedOn?: Maybe<Day>;
  readonly grantedBy?: Maybe<string>;
  readonly grantedOn?: Maybe<Day>;
  readonly validTo?: Maybe<Day>;
  readonly revokedOn?: Maybe<Day>;
  readonly state?: Maybe<string>;
}

export interface Request extends Keyed {
  readonly dataset?: Maybe<string>;
  readonly requester: string;
  readonly scenario: string;
  readonly items?: Maybe<readonly string[]>;
  readonly term?: Maybe<Day>;
  readonly state?: Maybe<string>;
  readonly events?: Maybe<readonly Event[]>;
}

export interface Use extends Keyed {
  readonly request: string;
  readonly organization: string;
  readonly scenario: string;
  readonly items?: Maybe<readonly string[]>;
  readonly at: string;
}

export interface Change extends Keyed {
  readonly kind: string;
  readonly provision?: Maybe<string>;
  readonly duty?: Maybe<string>;
  readonly publishedOn?: Maybe<Day>;
  readonly effectiveOn: Day;
  readonly extensions?: Maybe<readonly { readonly organization: string; readonly grantedOn: Day }[]>;
}
