import type { Day } from '#src/calendar/day.ts';
import { type RecordOf, type RecordType, tableOf, type View } from './view.ts';

/** A text for people: Chinese first, then English. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** 违法违规, or what a person must judge 待复核. */
export type Severity = 'VIOLATION' | 'REVIEW';

/** Full names of the instruments that rules cite. */
export const KM = '昆明市公共数据管理办法（征求意见稿）';
export const CN809 = '政务数据共享条例（国务院令第809号）';
export const GRADING = 'GB/T 43697-2024《数据安全技术 数据分类分级规则》';
export const REG26 = '公共数据资源登记管理暂行办法（发改数据规〔2025〕26号）';
export const OP27 = '公共数据资源授权运营实施规范（试行）（发改数据规〔2025〕27号）';
export const PRICE = '关于建立公共数据资源授权运营价格形成机制的通知（2025年）';
export const NDA = '国家数据局综合司2026年2月10日披露通知';
export const COMPANY_LAW = '公司法';

/** The provision a rule enforces 规则依据. A text that names no article 第…条 does not compile. */
export type Citation = `${string}第${string}条${string}`;

/** What a check found, without what the rule itself adds. Ids are `Type:key`. */
export interface Found {
  readonly subject: string;
  /** What else is part of the finding's identity (rules.md, Identity); absent for most rules. */
  readonly object?: string;
  /** Where the rule knows both. */
  readonly severity?: Severity;
  /** Records that prove it, in reading order; for path rules the path. */
  readonly evidence: readonly string[];
  /** First day from which, on the facts known now, it has held; absent: no date of a record fixes that. */
  readonly since?: Day | null | undefined;
  readonly message: Words;
  /** What would cure it, where that differs from the rule's general answer. */
  readonly cure?: Words;
  /** Further facts for machines: due days, what is missing, strengths. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What breaks a rule today 合规问题: identity is rule, subject and object; evidence may change within one finding. */
export interface Finding extends Found {
  readonly rule: string;
  readonly object: string;
  readonly severity: Severity;
  readonly since: Day | null;
  readonly cure: Words;
}

/** A record from which a rule starts to look. */
export type Root<T extends RecordType> = { [Type in T]: { readonly type: Type; readonly record: RecordOf<Type> } }[T];

/** A rule 规则: what it looks at, and when that breaks it. One file each; `rules.ts` is their order. */
export interface Rule<S = unknown, T extends RecordType = RecordType> {
  /** Article and number, e.g. R23-6. Stable. */
  readonly code: `R${number}-${number}`;
  readonly title: Words;
  readonly citation: Citation;
  /** What it looks at and what it finds, for an official. */
  readonly meaning: Words;
  /** Severity where a finding does not say otherwise. */
  readonly severity: Severity;
  readonly cure: Words;
  /** Kinds of records from which it starts. */
  readonly roots: readonly T[];
  /** Whether it starts from retired records too. */
  readonly retiredToo?: boolean;
  /**
   * Everything it looks at that starts from one record, so that "0 of 0" differs from "0 of 500". What belongs to several records starts from one of
   * them. May read all that the view tells around the record, but never walk through a whole table: what was read is how a view that
   * changes knows what to look at again.
   */
  members(root: Root<T>, view: View): Iterable<S>;
  /** How many members of the population one subject stands for; 1 if absent. */
  weight?(subject: S): number;
  /** The decision: pure, on the subject and what the view tells around it. */
  check(subject: S, view: View): readonly Found[];
}

/** How much was looked at. */
export interface Seen {
  population: number;
}

/** A rule whose subjects' type is known to itself alone, as it stands in the ordered list. */
export interface AnyRule extends Omit<Rule, 'members' | 'check' | 'weight'> {
  /** What it finds from one record on, one after another; counts meanwhile what it looks at. */
  findingsFrom(root: Root<RecordType>, view: View, seen: Seen): Generator<Finding>;
  /** The same from all records on. */
  findings(view: View, seen: Seen): Generator<Finding>;
  run(view: View): RuleReport;
}

/** What one run of a rule saw. */
export interface RuleReport {
  readonly rule: string;
  readonly population: number;
  readonly findings: readonly Finding[];
}

/** Completes what a check found with what the rule says in general. What holds today began by today: a day to come fixes nothing. */
export function completed(rule: Pick<Rule, 'code' | 'severity' | 'cure'>, found: Found, today: Day): Finding {
  return {
    ...found,
    rule: rule.code,
    object: found.object ?? '',
    severity: found.severity ?? rule.severity,
    since: found.since != null && found.since <= today ? found.since : null,
    cure: found.cure ?? rule.cure,
  };
}

/** A rule as a value of the list. */
export function rule<S, T extends RecordType = RecordType>(value: Rule<S, T>): Rule<S, T> & AnyRule {
  return {
    ...value,
    *findingsFrom(root, view, seen) {
      for (const subject of value.members(root as Root<T>, view)) {
        seen.population += value.weight?.(subject) ?? 1;
        for (const found of value.check(subject, view)) yield completed(value, found, view.today);
      }
    },
    *findings(view, seen) {
      for (const root of rootsOf(value, view)) yield* this.findingsFrom(root, view, seen);
    },
    run(view) {
      const seen = { population: 0 };
      const findings = [...this.findings(view, seen)];
      return { rule: value.code, population: seen.population, findings };
    },
  };
}

/** All records from which a rule starts. */
export function* rootsOf(
  { roots, retiredToo }: Pick<AnyRule, 'roots' | 'retiredToo'>,
  view: View,
): Generator<Root<RecordType>> {
  for (const type of roots) {
    const table = tableOf(view, type);
    for (const record of retiredToo ? table.known() : table.all()) yield { type, record } as Root<RecordType>;
  }
}

/** Identity of a finding 问题标识. */
export function identityOf(finding: Pick<Finding, 'rule' | 'subject' | 'object'>): string {
  return `${finding.rule} ${finding.subject} ${finding.object}`.trimEnd();
}
