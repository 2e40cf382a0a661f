import type { GradedAsset } from '#src/classification/level-book.ts';
import { formatId, parseId } from '#src/foundation/id.ts';
import { foldKey } from '#src/foundation/key.ts';
import type { ControlRecord } from '#src/organization/ownership.ts';
import type * as facts from './facts.ts';

/**
 * Of each kind of record the fields that conditions name: what the rules keep of a content, so that a large registry fits into memory.
 * A field that is missing here would be read as empty; a test compares the lists with the facts.
 */
type Kept<T> = { readonly [Field in keyof Required<T>]: true };
type Adjusted = Pick<GradedAsset, 'levelAdjustment'>;

const kept = <T>(fields: Kept<T>): readonly string[] => Object.keys(fields);

/** What the rules read, by type of record. */
export const KEPT: Readonly<Record<string, readonly string[]>> = {
  Jurisdiction: kept<facts.Jurisdiction>({ key: true, name: true, kind: true }),
  Organization: kept<facts.Organization>({ key: true, name: true, kind: true, jurisdiction: true, roles: true }),
  Control: kept<ControlRecord>({
    key: true,
    from: true,
    to: true,
    kind: true,
    ratio: true,
    validFrom: true,
    validTo: true,
  }),
  Instrument: kept<facts.Instrument>({ key: true, title: true, level: true, repealedOn: true }),
  Provision: kept<facts.Provision>({ key: true, instrument: true, article: true, repealedOn: true }),
  Duty: kept<facts.Duty>({ key: true, title: true, basis: true }),
  Element: kept<facts.Element>({ key: true, name: true }),
  Dataset: kept<facts.Dataset & Adjusted>({
    key: true,
    title: true,
    provider: true,
    collector: true,
    approver: true,
    code: true,
    jurisdiction: true,
    duty: true,
    basis: true,
    subject: true,
    form: true,
    items: true,
    share: true,
    shareCondition: true,
    shareScope: true,
    open: true,
    openCondition: true,
    openReason: true,
    cycle: true,
    level: true,
    state: true,
    publishedOn: true,
    updatedOn: true,
    entryUpdatedOn: true,
    notAggregatedReason: true,
    levelAdjustment: true,
  }),
  Database: kept<facts.Database>({
    key: true,
    name: true,
    kind: true,
    domain: true,
    lead: true,
    participants: true,
    jurisdiction: true,
  }),
  Collection: kept<facts.Collection>({
    key: true,
    name: true,
    organization: true,
    items: true,
    subject: true,
    startedOn: true,
    endedOn: true,
    exemption: true,
  }),
  Backflow: kept<facts.Backflow>({
    key: true,
    name: true,
    coordinator: true,
    items: true,
    cycle: true,
    agreedOn: true,
    lastReturnedOn: true,
    state: true,
  }),
  Plan: kept<facts.Plan>({
    key: true,
    title: true,
    implementer: true,
    scope: true,
    termFrom: true,
    termTo: true,
    events: true,
  }),
  Agreement: kept<facts.Agreement>({
    key: true,
    plan: true,
    operator: true,
    scope: true,
    selection: true,
    bidders: true,
    signedOn: true,
    termFrom: true,
    termTo: true,
    suspendedOn: true,
    terminatedOn: true,
  }),
  Product: kept<facts.Product & Adjusted>({
    key: true,
    name: true,
    developer: true,
    agreement: true,
    qualification: true,
    purpose: true,
    price: true,
    priceCap: true,
    level: true,
    versions: true,
    levelAdjustment: true,
  }),
  Registration: kept<facts.Registration>({
    key: true,
    subject: true,
    holder: true,
    kind: true,
    codedOn: true,
    validTo: true,
    state: true,
  }),
  Disclosure: kept<facts.Disclosure>({ key: true, by: true, year: true, publishedOn: true, items: true, kind: true }),
  Qualification: kept<facts.Qualification>({
    key: true,
    applicant: true,
    products: true,
    securityAgreedOn: true,
    revenueAgreedOn: true,
    grantedBy: true,
    grantedOn: true,
    validTo: true,
    revokedOn: true,
    state: true,
  }),
  Request: kept<facts.Request>({
    key: true,
    dataset: true,
    requester: true,
    scenario: true,
    items: true,
    term: true,
    state: true,
    events: true,
  }),
  Use: kept<facts.Use>({ key: true, request: true, organization: true, scenario: true, items: true, at: true }),
  Change: kept<facts.Change>({
    key: true,
    kind: true,
    provision: true,
    duty: true,
    publishedOn: true,
    effectiveOn: true,
    extensions: true,
  }),
};

const ITEM: readonly (keyof facts.DatasetItem)[] = [
  'name',
  'personal',
  'public',
  'level',
  'element',
  'key',
  'share',
  'open',
];
/** Fields that hold ids `Type:key`, which people may have spelled `Type: key`. */
const IDS: Readonly<Record<string, string>> = {
  Plan: 'scope',
  Agreement: 'scope',
  Disclosure: 'items',
  Registration: 'subject',
};
/** Fields that hold names of items; everywhere they are compared folded, as the items' ids are. */
const ITEM_NAMES = new Set(['Request', 'Use', 'Backflow']);

const one = (id: string): string => {
  const parsed = parseId(id);
  return parsed === null ? id : formatId(parsed.type, parsed.key);
};

/** Fields whose words are a record's own; all others repeat from record to record. */
const OWN_WORDS = new Set([
  'key',
  'title',
  'name',
  'code',
  'shareCondition',
  'shareScope',
  'openCondition',
  'openReason',
  'notAggregatedReason',
]);

/**
 * Takes of contents what the rules read. Items that say the same are one object, and words that repeat one text: datasets are many, kinds of items and words
 * few.
 */
export class Keeper {
  readonly #items = new Map<string, object>();
  readonly #words = new Map<string, string>();

  of(type: string, content: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    for (const field of KEPT[type] ?? []) {
      const said = content[field];
      if (said != null) found[field] = typeof said === 'string' && !OWN_WORDS.has(field) ? this.#word(said) : said;
    }
    const ids = IDS[type];
    if (ids !== undefined && found[ids] !== undefined) found[ids] = spelled(found[ids]);
    if (found['items'] !== undefined) {
      if (type === 'Dataset' || type === 'Collection')
        found['items'] = (found['items'] as Record<string, unknown>[]).map((item) => this.#item(item));
      if (ITEM_NAMES.has(type)) found['items'] = (found['items'] as string[]).map(foldKey);
    }
    return found;
  }

  #word(text: string): string {
    const same = this.#words.get(text);
    if (same !== undefined) return same;
    this.#words.set(text, text);
    return text;
  }

  #item(content: Readonly<Record<string, unknown>>): object {
    const item: Record<string, unknown> = {};
    for (const field of ITEM)
      if (content[field] != null) item[field] = field === 'name' ? foldKey(String(content[field])) : content[field];
    const text = JSON.stringify(item);
    const same = this.#items.get(text) ?? item;
    this.#items.set(text, same);
    return same;
  }
}

function spelled(value: unknown): unknown {
  if (typeof value === 'string') return one(value);
  return Array.isArray(value) ? value.map((member) => one(String(member))) : value;
}
