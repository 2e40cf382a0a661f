import { formatId } from '#src/foundation/id.ts';
import { digest } from '#src/foundation/json.ts';
import { foldKey, keyFaultOf } from '#src/foundation/key.ts';
import type { Finding } from './rule.ts';

/**
 * The id of a finding 问题编号: `Finding:R23-6|Product:R01|91530…`, from its rule, subject and object, so that it is the same in every run. Where that
 * would be too long for a key, a digest stands in the place of subject and object.
 */
export function findingId({ rule, subject, object }: Pick<Finding, 'rule' | 'subject' | 'object'>): string {
  const parts = object === '' ? [rule, subject] : [rule, subject, object];
  const key = foldKey(parts.join('|'));
  const isKey = keyFaultOf(key) === null && !key.includes('\n');
  return formatId('Finding', isKey ? key : `${rule}|~${digest(`${subject}\n${object}`)}`);
}

/** Where a finding stands in the order of all: by article, number, subject, object. Texts sort as this order. */
export function rankOfFinding({ rule, subject, object }: Pick<Finding, 'rule' | 'subject' | 'object'>): string {
  return `${rankOfRule(rule)} ${subject} ${object}`;
}

/** How the ranks of a rule's findings begin. */
export function rankOfRule(rule: string): string {
  const [article = '', number = ''] = rule.replace(/^R/, '').split('-');
  return `${article.padStart(3, '0')}-${number.padStart(3, '0')}`;
}

/** Part of the order of all findings: ranks after one and below another. */
export interface Stretch {
  readonly from: string;
  readonly upTo: string;
}

/** The order of all findings in stretches, one a rule of a list in its order; what stands between two rules, of one that is no more, goes with the next. */
export function stretchesOf(rules: readonly string[]): Stretch[] {
  // '!' comes right after the space that ends a rule's part of a rank, and '~' after all.
  const ends = rules.map((rule, i) => (i === rules.length - 1 ? '~' : `${rankOfRule(rule)}!`));
  return ends.map((upTo, i) => ({ from: ends[i - 1] ?? '', upTo }));
}
