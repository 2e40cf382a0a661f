import type { HeldFinding } from './held-finding.ts';
import type { AnyRule } from './rule.ts';
import type { Veil } from './veil.ts';

/** A finding as one viewer is told it. */
export interface ToldFinding extends HeldFinding {
  /** Whether something was kept back: it rests on records that he may not see. */
  readonly veiled: boolean;
}

/** Stands in a text for what the viewer may not see. */
export const HIDDEN_NAME = '（不可见记录 hidden record）';
const VEILED = /^Finding:([^|]+)\|\*[\w-]{43}$/;

/** Ids of the records that a finding rests on. */
export function namedBy({ subject, object, evidence }: HeldFinding): string[] {
  return [...new Set([subject, ...(object === undefined ? [] : [object]), ...evidence])];
}

/**
 * A finding as it is told to who may not see some of the records that it rests on 隐去不可见记录: which rule is broken, on what, how gravely,
 * and what the rule asks for in general. What was seen is not told, for it is told in the words of these records: no text, no
 * object, no date of theirs; the id is opaque. What is hinted stands among the evidence as hidden, what is dark does not.
 */
export function redacted(
  finding: HeldFinding,
  hidden: ReadonlyMap<string, 'HINTED' | 'DARK'>,
  { rule, veil }: { readonly rule: Pick<AnyRule, 'title' | 'cure'> | undefined; readonly veil: Veil },
): ToldFinding {
  if (!namedBy(finding).some((id) => hidden.has(id))) return { ...finding, veiled: false };
  const { object: _object, details: _details, evidence, ...told } = finding;
  const title = rule?.title ?? { zh: finding.rule, en: finding.rule };
  return {
    ...told,
    id: veiledId(finding, veil),
    since: finding.firstSeenAt,
    evidence: evidence.filter((id) => hidden.get(id) !== 'DARK'),
    message: `${title.zh}，依据含${HIDDEN_NAME}。${title.en}; it rests on what you may not see.`,
    cure: rule === undefined ? '' : `${rule.cure.zh}${rule.cure.en}`,
    veiled: true,
  };
}

/** The opaque id of a finding: it names the rule and nothing else that can be read. */
export function veiledId({ rule, id }: Pick<HeldFinding, 'rule' | 'id'>, veil: Veil): string {
  return `Finding:${rule}|*${veil.mark(id)}`;
}

/** The rule of an opaque id; null for a readable one. */
export function ruleOfVeiled(id: string): string | null {
  return VEILED.exec(id)?.[1] ?? null;
}
