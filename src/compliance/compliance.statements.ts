// Generated from cypher/compliance by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What compliance/browse-findings is given. */
export type BrowseFindingsParams = {
  /** how ranks of the wanted rule begin; empty: all rules */ readonly prefix: string;
  /** rank of the last one of the page before; empty for the first page */ readonly after: string;
  /** {states, severity, rules, organization, sinceFrom, sinceUpTo, database, now, known}; null asks nothing */ readonly sieve: object;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly limit: number;
};
/** A row of compliance/browse-findings. */
export type BrowseFindingsRow = {
  readonly finding: Readonly<Record<string, unknown>>;
};
/** Findings in their order, of all rules or one, narrowed by a sieve. 合规问题清单 */
export const browseFindings = statement<BrowseFindingsParams, BrowseFindingsRow, 'many'>(
  'compliance/browse-findings',
  { mode: 'read', rows: 'many', params: { prefix: 'String!', after: 'String!', sieve: 'Map!', sights: 'Map!', limit: 'Integer!' }, row: { finding: 'Map!' } },
  "MATCH (f:Finding)\nWHERE f.rank STARTS WITH $prefix AND f.rank > $after\n  AND f.state IN $sieve.states AND ($sights.everything OR f.owner IN $sights.own OR f.place IN $sights.under)\n  AND ($sieve.severity IS NULL OR f.severity = $sieve.severity)\n  AND ($sieve.rules IS NULL OR f.rule IN $sieve.rules)\n  AND ($sieve.organization IS NULL OR f.owner = $sieve.organization)\n  AND ($sieve.sinceFrom IS NULL OR f.since >= $sieve.sinceFrom) AND ($sieve.sinceUpTo IS NULL OR f.since < $sieve.sinceUpTo)\n  AND ($sieve.database IS NULL OR f.subject = $sieve.database OR EXISTS {\n    MATCH (:Asset {id: f.subject})-[t:FLOWS_TO]->(:Asset {id: $sieve.database})\n    WHERE t.kind = 'AGGREGATED' AND t.validFrom <= $sieve.now AND (t.validTo IS NULL OR t.validTo > $sieve.now)\n      AND t.recordedAt <= $sieve.known AND (t.retiredAt IS NULL OR t.retiredAt > $sieve.known)\n  })\nWITH f ORDER BY f.rank LIMIT $limit\nRETURN properties(f) AS finding",
);

/** What compliance/close-evaluation is given. */
export type CloseEvaluationParams = {
  readonly at: number;
  readonly upTo: number;
  /** milliseconds that the run took */ readonly took: number;
  readonly policy: string;
  /** findings or levels changed: whoever read meanwhile reads again */ readonly changed: boolean;
};
/** A row of compliance/close-evaluation. */
export type CloseEvaluationRow = {
  readonly generation: number;
};
/** Notes that all rules were evaluated, for which moment and state of the registry. 核算完成 */
export const closeEvaluation = statement<CloseEvaluationParams, CloseEvaluationRow, 'one'>(
  'compliance/close-evaluation',
  { mode: 'write', rows: 'one', params: { at: 'Integer!', upTo: 'Integer!', took: 'Integer!', policy: 'String!', changed: 'Boolean!' }, row: { generation: 'Integer!' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nSET r.generation = r.generation + CASE WHEN $changed THEN 1 ELSE 0 END\nMERGE (e:Evaluation {name: 'shuyuan'})\nSET e.at = $at, e.upTo = $upTo, e.took = $took, e.policy = $policy, e.generation = r.generation, e.writing = null\nRETURN r.generation AS generation",
);

/** What compliance/count-findings is given. */
export type CountFindingsParams = {
  readonly prefix: string;
  /** as for browsing */ readonly sieve: object;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
};
/** A row of compliance/count-findings. */
export type CountFindingsRow = {
  readonly count: number;
};
/** How many findings a sieve lets through. 合规问题数 */
export const countFindings = statement<CountFindingsParams, CountFindingsRow, 'one'>(
  'compliance/count-findings',
  { mode: 'read', rows: 'one', params: { prefix: 'String!', sieve: 'Map!', sights: 'Map!' }, row: { count: 'Integer!' } },
  "MATCH (f:Finding)\nWHERE f.rank STARTS WITH $prefix\n  AND f.state IN $sieve.states AND ($sights.everything OR f.owner IN $sights.own OR f.place IN $sights.under)\n  AND ($sieve.severity IS NULL OR f.severity = $sieve.severity)\n  AND ($sieve.rules IS NULL OR f.rule IN $sieve.rules)\n  AND ($sieve.organization IS NULL OR f.owner = $sieve.organization)\n  AND ($sieve.sinceFrom IS NULL OR f.since >= $sieve.sinceFrom) AND ($sieve.sinceUpTo IS NULL OR f.since < $sieve.sinceUpTo)\n  AND ($sieve.database IS NULL OR f.subject = $sieve.database OR EXISTS {\n    MATCH (:Asset {id: f.subject})-[t:FLOWS_TO]->(:Asset {id: $sieve.database})\n    WHERE t.kind = 'AGGREGATED' AND t.validFrom <= $sieve.now AND (t.validTo IS NULL OR t.validTo > $sieve.now)\n      AND t.recordedAt <= $sieve.known AND (t.retiredAt IS NULL OR t.retiredAt > $sieve.known)\n  })\nRETURN count(f) AS count",
);

/** What compliance/facts-of is given. */
export type FactsOfParams = {
  readonly ids: readonly string[];
};
/** A row of compliance/facts-of. */
export type FactsOfRow = {
  readonly id: string;
  readonly content: string;
};
/** What some records say, for the rules. 规则取数：指定记录 */
export const factsOf = statement<FactsOfParams, FactsOfRow, 'many'>(
  'compliance/facts-of',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', content: 'String!' } },
  "UNWIND $ids AS id\nMATCH (r:Record {id: id})\nRETURN r.id AS id, coalesce(r.content, '') AS content",
);

/** What compliance/findings-by-id is given. */
export type FindingsByIdParams = {
  readonly ids: readonly string[];
};
/** A row of compliance/findings-by-id. */
export type FindingsByIdRow = {
  readonly finding: Readonly<Record<string, unknown>>;
};
/** Findings by id. 按编号查合规问题 */
export const findingsById = statement<FindingsByIdParams, FindingsByIdRow, 'many'>(
  'compliance/findings-by-id',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { finding: 'Map!' } },
  "UNWIND $ids AS id\nMATCH (f:Finding {id: id})\nRETURN properties(f) AS finding",
);

/** What compliance/findings-of-subjects is given. */
export type FindingsOfSubjectsParams = {
  readonly subjects: readonly string[];
  readonly states: readonly string[];
};
/** A row of compliance/findings-of-subjects. */
export type FindingsOfSubjectsRow = {
  readonly finding: Readonly<Record<string, unknown>>;
};
/** Findings about some records, in their order. 某些记录的合规问题 */
export const findingsOfSubjects = statement<FindingsOfSubjectsParams, FindingsOfSubjectsRow, 'many'>(
  'compliance/findings-of-subjects',
  { mode: 'read', rows: 'many', params: { subjects: '[String!]!', states: '[String!]!' }, row: { finding: 'Map!' } },
  "UNWIND $subjects AS subject\nMATCH (f:Finding {subject: subject})\nWHERE f.state IN $states\nRETURN properties(f) AS finding\nORDER BY f.rank",
);

/** What compliance/forget-findings is given. */
export type ForgetFindingsParams = Record<never, never>;
/** A row of compliance/forget-findings. */
export type ForgetFindingsRow = Record<never, never>;
/** Takes all findings out; commits in batches by itself. 清除合规问题 */
export const forgetFindings = statement<ForgetFindingsParams, ForgetFindingsRow, 'none'>(
  'compliance/forget-findings',
  { mode: 'write', rows: 'none', params: {}, row: {} },
  "MATCH (f:Finding)\nCALL (f) {\n  DELETE f\n} IN TRANSACTIONS OF 2000 ROWS",
);

/** What compliance/held-flows-between is given. */
export type HeldFlowsBetweenParams = {
  /** each {from, to} */ readonly pairs: readonly (object)[];
};
/** A row of compliance/held-flows-between. */
export type HeldFlowsBetweenRow = {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly transform: string | null;
  readonly items: string | null;
  readonly validFrom: number;
  readonly validTo: number | null;
  readonly recordedAt: number;
  readonly retiredAt: number | null;
};
/** All flows between pairs of assets, ended and retired ones too, for the rules. 规则取数：指定数据流 */
export const heldFlowsBetween = statement<HeldFlowsBetweenParams, HeldFlowsBetweenRow, 'many'>(
  'compliance/held-flows-between',
  { mode: 'read', rows: 'many', params: { pairs: '[Map!]!' }, row: { from: 'String!', to: 'String!', kind: 'String!', transform: 'String', items: 'String', validFrom: 'Integer!', validTo: 'Integer', recordedAt: 'Integer!', retiredAt: 'Integer' } },
  "UNWIND $pairs AS pair\nMATCH (a:Asset {id: pair.from})\nMATCH (b:Asset {id: pair.to})\nMATCH (a)-[f:FLOWS_TO|FLOWED_TO]->(b)\nRETURN a.id AS from, b.id AS to, f.kind AS kind, f.transform AS transform, f.items AS items, f.validFrom AS validFrom,\n  f.validTo AS validTo, f.recordedAt AS recordedAt, f.retiredAt AS retiredAt",
);

/** What compliance/hidden-records is given. */
export type HiddenRecordsParams = {
  readonly ids: readonly string[];
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of compliance/hidden-records. */
export type HiddenRecordsRow = {
  readonly id: string;
  readonly hinted: boolean;
};
/** Which of some records a viewer may not see, and of which of these he may know that they are there. 不可见记录 */
export const hiddenRecords = statement<HiddenRecordsParams, HiddenRecordsRow, 'many'>(
  'compliance/hidden-records',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', sights: 'Map!' }, row: { id: 'String!', hinted: 'Boolean!' } },
  "UNWIND $ids AS id\nMATCH (r:Record {id: id})\nWHERE r.content IS NOT NULL AND NOT coalesce($sights.everything OR r.sight IN $sights.openAnywhere OR r.owner IN $sights.own OR r.place IN $sights.under OR (r.place IN $sights.city AND r.sight IN $sights.openInCity) OR r.id IN $sights.covered, false)\nRETURN r.id AS id, coalesce(coalesce($sights.everything OR r.sight IN $sights.knownAnywhere OR r.owner IN $sights.own OR r.place IN $sights.under OR (r.place IN $sights.city AND r.sight IN $sights.knownInCity) OR r.id IN $sights.covered, false), false) AS hinted",
);

/** What compliance/judge-finding is given. */
export type JudgeFindingParams = {
  readonly id: string;
  readonly properties: object;
};
/** A row of compliance/judge-finding. */
export type JudgeFindingRow = Record<never, never>;
/** Writes what was decided of a finding; findings and levels stay as current as they were. 写入问题处置 */
export const judgeFinding = statement<JudgeFindingParams, JudgeFindingRow, 'none'>(
  'compliance/judge-finding',
  { mode: 'write', rows: 'none', params: { id: 'String!', properties: 'Map!' }, row: {} },
  "MATCH (f:Finding {id: $id})\nSET f += $properties\nWITH f\nMATCH (r:Registry {name: 'shuyuan'})\nMATCH (e:Evaluation {name: 'shuyuan'})\nWHERE e.generation = r.generation\nSET e.generation = r.generation + 1",
);

/** What compliance/lives-of is given. */
export type LivesOfParams = {
  readonly ids: readonly string[];
};
/** A row of compliance/lives-of. */
export type LivesOfRow = {
  readonly id: string;
  readonly state: string;
  readonly severity: string;
  readonly digest: string;
  readonly seenSince: number;
  readonly acceptedUntil: string | null;
};
/** Some of the findings that the registry keeps, as far as a run must know them. 指定问题的状态 */
export const livesOf = statement<LivesOfParams, LivesOfRow, 'many'>(
  'compliance/lives-of',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', state: 'String!', severity: 'String!', digest: 'String!', seenSince: 'Integer!', acceptedUntil: 'String' } },
  "UNWIND $ids AS id\nMATCH (f:Finding {id: id})\nRETURN f.id AS id, f.state AS state, f.severity AS severity, f.digest AS digest, f.seenSince AS seenSince,\n  f.acceptedUntil AS acceptedUntil",
);

/** What compliance/lock-evaluation is given. */
export type LockEvaluationParams = {
  readonly run: string;
};
/** A row of compliance/lock-evaluation. */
export type LockEvaluationRow = {
  readonly generation: number;
  readonly loading: string | null;
  /** the run that is writing in parts; null: none */ readonly writing: string | null;
};
/** Takes the registry's lock for one transaction of a run, and tells whether what was evaluated still stands. 核算写入锁 */
export const lockEvaluation = statement<LockEvaluationParams, LockEvaluationRow, 'one'>(
  'compliance/lock-evaluation',
  { mode: 'write', rows: 'one', params: { run: 'String!' }, row: { generation: 'Integer!', loading: 'String', writing: 'String' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nSET r.lock = $run\nWITH r\nOPTIONAL MATCH (e:Evaluation {name: 'shuyuan'})\nRETURN r.generation AS generation, r.loading AS loading, e.writing AS writing",
);

/** What compliance/open-evaluation is given. */
export type OpenEvaluationParams = {
  readonly run: string;
};
/** A row of compliance/open-evaluation. */
export type OpenEvaluationRow = Record<never, never>;
/** Notes that a run writes in parts: until it is closed, findings are not told. 核算开始写入 */
export const openEvaluation = statement<OpenEvaluationParams, OpenEvaluationRow, 'none'>(
  'compliance/open-evaluation',
  { mode: 'write', rows: 'none', params: { run: 'String!' }, row: {} },
  "MERGE (e:Evaluation {name: 'shuyuan'})\nON CREATE SET e.at = 0, e.upTo = 0, e.generation = -1, e.policy = ''\nSET e.writing = $run",
);

/** What compliance/page-facts is given. */
export type PageFactsParams = {
  /** id of the last one of the page before; empty for the first page */ readonly after: string;
  readonly size: number;
};
/** A row of compliance/page-facts. */
export type PageFactsRow = {
  readonly id: string;
  readonly content: string;
  readonly computedLevel: number | null;
};
/** One page of all records, for the rules: what they say, and the level computed last. 规则取数：记录 */
export const pageFacts = statement<PageFactsParams, PageFactsRow, 'many'>(
  'compliance/page-facts',
  { mode: 'read', rows: 'many', params: { after: 'String!', size: 'Integer!' }, row: { id: 'String!', content: 'String!', computedLevel: 'Integer' } },
  "MATCH (r:Record)\nWHERE r.id > $after\nWITH r ORDER BY r.id LIMIT $size\nRETURN r.id AS id, coalesce(r.content, '') AS content, r.computedLevel AS computedLevel\nORDER BY id",
);

/** What compliance/page-held-flows is given. */
export type PageHeldFlowsParams = {
  /** the assets after this id */ readonly after: string;
  /** and up to this one */ readonly upTo: string;
};
/** A row of compliance/page-held-flows. */
export type PageHeldFlowsRow = {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly transform: string | null;
  readonly items: string | null;
  readonly validFrom: number;
  readonly validTo: number | null;
  readonly recordedAt: number;
  readonly retiredAt: number | null;
};
/** All flows that leave some assets, ended and retired ones too, for the rules. 规则取数：数据流 */
export const pageHeldFlows = statement<PageHeldFlowsParams, PageHeldFlowsRow, 'many'>(
  'compliance/page-held-flows',
  { mode: 'read', rows: 'many', params: { after: 'String!', upTo: 'String!' }, row: { from: 'String!', to: 'String!', kind: 'String!', transform: 'String', items: 'String', validFrom: 'Integer!', validTo: 'Integer', recordedAt: 'Integer!', retiredAt: 'Integer' } },
  "MATCH (a:Asset)\nWHERE a.id > $after AND a.id <= $upTo\nMATCH (a)-[f:FLOWS_TO|FLOWED_TO]->(b:Asset)\nRETURN a.id AS from, b.id AS to, f.kind AS kind, f.transform AS transform, f.items AS items, f.validFrom AS validFrom,\n  f.validTo AS validTo, f.recordedAt AS recordedAt, f.retiredAt AS retiredAt",
);

/** What compliance/page-judged is given. */
export type PageJudgedParams = {
  /** id of the last one of the page before; empty for the first page */ readonly after: string;
  readonly size: number;
};
/** A row of compliance/page-judged. */
export type PageJudgedRow = {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly acceptedUntil: string | null;
};
/** One page of findings that somebody decided on, in order of id. 分页读取已处置的合规问题 */
export const pageJudged = statement<PageJudgedParams, PageJudgedRow, 'many'>(
  'compliance/page-judged',
  { mode: 'read', rows: 'many', params: { after: 'String!', size: 'Integer!' }, row: { id: 'String!', state: 'String!', reason: 'String', acceptedUntil: 'String' } },
  "MATCH (f:Finding)\nWHERE f.decidedBy IS NOT NULL AND f.id > $after\nWITH f ORDER BY f.id LIMIT $size\nRETURN f.id AS id, f.state AS state, f.reason AS reason, f.acceptedUntil AS acceptedUntil\nORDER BY id",
);

/** What compliance/page-lives is given. */
export type PageLivesParams = {
  /** rank of the last one of the page before, or where to begin */ readonly after: string;
  /** ranks below this one */ readonly upTo: string;
  readonly size: number;
};
/** A row of compliance/page-lives. */
export type PageLivesRow = {
  readonly id: string;
  readonly rank: string;
  readonly state: string;
  readonly severity: string;
  readonly digest: string;
  readonly seenSince: number;
  readonly acceptedUntil: string | null;
};
/** One page of the findings that the registry keeps in a stretch of their order, as far as a run must know them. 已登记问题的状态 */
export const pageLives = statement<PageLivesParams, PageLivesRow, 'many'>(
  'compliance/page-lives',
  { mode: 'read', rows: 'many', params: { after: 'String!', upTo: 'String!', size: 'Integer!' }, row: { id: 'String!', rank: 'String!', state: 'String!', severity: 'String!', digest: 'String!', seenSince: 'Integer!', acceptedUntil: 'String' } },
  "MATCH (f:Finding)\nWHERE f.rank > $after AND f.rank < $upTo\nWITH f ORDER BY f.rank LIMIT $size\nRETURN f.id AS id, f.rank AS rank, f.state AS state, f.severity AS severity, f.digest AS digest,\n  f.seenSince AS seenSince, f.acceptedUntil AS acceptedUntil\nORDER BY rank",
);

/** What compliance/read-evaluation is given. */
export type ReadEvaluationParams = Record<never, never>;
/** A row of compliance/read-evaluation. */
export type ReadEvaluationRow = {
  /** moment of that run, epoch milliseconds */ readonly at: number;
  /** until when its answer holds, unless something changes */ readonly upTo: number;
  /** of the registry */ readonly generation: number;
  /** digest of the profiles, calendars and rules it went by */ readonly policy: string;
  /** milliseconds that the run took */ readonly took: number | null;
  /** id of a run that is writing now; null: none */ readonly writing: string | null;
};
/** When and of what state of the registry all rules were evaluated last. 最近一次合规核算 */
export const readEvaluation = statement<ReadEvaluationParams, ReadEvaluationRow, 'maybe'>(
  'compliance/read-evaluation',
  { mode: 'read', rows: 'maybe', params: {}, row: { at: 'Integer!', upTo: 'Integer!', generation: 'Integer!', policy: 'String!', took: 'Integer', writing: 'String' } },
  "MATCH (e:Evaluation {name: 'shuyuan'})\nRETURN e.at AS at, e.upTo AS upTo, e.generation AS generation, e.policy AS policy, e.took AS took,\n  e.writing AS writing",
);

/** What compliance/read-rules is given. */
export type ReadRulesParams = Record<never, never>;
/** A row of compliance/read-rules. */
export type ReadRulesRow = {
  readonly code: string;
  readonly population: number;
  readonly violations: number;
  readonly reviews: number;
};
/** What each rule looked at and found in the last run. 各规则的核查范围与结果 */
export const readRules = statement<ReadRulesParams, ReadRulesRow, 'many'>(
  'compliance/read-rules',
  { mode: 'read', rows: 'many', params: {}, row: { code: 'String!', population: 'Integer!', violations: 'Integer!', reviews: 'Integer!' } },
  "MATCH (r:Rule)\nRETURN r.code AS code, r.population AS population, r.violations AS violations, r.reviews AS reviews",
);

/** What compliance/restore-findings is given. */
export type RestoreFindingsParams = {
  /** each {id, subject, properties} */ readonly rows: readonly (object)[];
};
/** A row of compliance/restore-findings. */
export type RestoreFindingsRow = Record<never, never>;
/** Writes findings of a dump back, as far as what they are about is there. 恢复合规问题 */
export const restoreFindings = statement<RestoreFindingsParams, RestoreFindingsRow, 'none'>(
  'compliance/restore-findings',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (:Record {id: row.subject})\nMERGE (f:Finding {id: row.id})\nSET f = row.properties",
);

/** What compliance/save-findings is given. */
export type SaveFindingsParams = {
  /** each {id, properties} */ readonly rows: readonly (object)[];
};
/** A row of compliance/save-findings. */
export type SaveFindingsRow = Record<never, never>;
/** Writes what changes of findings; a property given as null goes. 写入合规问题 */
export const saveFindings = statement<SaveFindingsParams, SaveFindingsRow, 'none'>(
  'compliance/save-findings',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nMERGE (f:Finding {id: row.id})\nSET f += row.properties",
);

/** What compliance/save-rules is given. */
export type SaveRulesParams = {
  /** each {code, population, violations, reviews} */ readonly rows: readonly (object)[];
};
/** A row of compliance/save-rules. */
export type SaveRulesRow = Record<never, never>;
/** Writes what each rule looked at and found in the last run. 各规则的核查范围与结果 */
export const saveRules = statement<SaveRulesParams, SaveRulesRow, 'none'>(
  'compliance/save-rules',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nMERGE (r:Rule {code: row.code})\nSET r.population = row.population, r.violations = row.violations, r.reviews = row.reviews",
);

/** What compliance/sheets-of-organizations is given. */
export type SheetsOfOrganizationsParams = {
  readonly organizations: readonly string[];
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
};
/** A row of compliance/sheets-of-organizations. */
export type SheetsOfOrganizationsRow = {
  readonly organization: string;
  readonly rule: string;
  readonly severity: string;
  readonly state: string;
  readonly count: number;
  /** since when the oldest of them has held, epoch milliseconds */ readonly oldest: number;
};
/** How many findings organizations must act on, by rule, severity and state. 机构合规情况 */
export const sheetsOfOrganizations = statement<SheetsOfOrganizationsParams, SheetsOfOrganizationsRow, 'many'>(
  'compliance/sheets-of-organizations',
  { mode: 'read', rows: 'many', params: { organizations: '[String!]!', sights: 'Map!' }, row: { organization: 'String!', rule: 'String!', severity: 'String!', state: 'String!', count: 'Integer!', oldest: 'Integer!' } },
  "UNWIND $organizations AS organization\nMATCH (f:Finding {owner: organization})\nWHERE $sights.everything OR f.owner IN $sights.own OR f.place IN $sights.under\nWITH organization, f.rule AS rule, f.severity AS severity, f.state AS state, count(*) AS count, min(f.since) AS oldest,\n  min(f.rank) AS rank\nRETURN organization, rule, severity, state, count, oldest\nORDER BY organization, rank, severity, state",
);
