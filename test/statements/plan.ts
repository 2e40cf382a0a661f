import type { Plan } from 'neo4j-driver';
import type { Field } from '../../tools/header.ts';
import type { StatementFile } from '../../tools/statements.ts';

/** A statement with its inline words filled in, and parameters of the right form to explain it with. */
export interface Variant {
  readonly words: string;
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Every statement that a file can become: one for each combination of its inline words. */
export function variantsOf({ header, body }: StatementFile, labels: readonly string[]): Variant[] {
  const combinations = header.inline.reduce<Readonly<Record<string, string>>[]>(
    (all, { name, words }) => all.flatMap((one) => wordsOf(words, labels).map((word) => ({ ...one, [name]: word }))),
    [{}],
  );
  const params = Object.fromEntries(header.params.map((param) => [param.name, sample(param)]));
  return combinations.map((combination) => ({
    words: Object.values(combination).join(' '),
    text: Object.entries(combination).reduce((text, [name, word]) => text.replaceAll(`{{${name}}}`, word), body),
    params,
  }));
}

/** The words an inline may be; a natural number or none; for names that the program gives, one that exists. */
function wordsOf(words: string, labels: readonly string[]): readonly string[] {
  if (words === 'Natural') return ['', '3'];
  if (/^[A-Z]/.test(words) && words !== 'Text') return words.split(',');
  return labels;
}

function sample({ type }: Field): unknown {
  if (type.startsWith('[')) return [];
  if (type.startsWith('Map')) return {};
  if (type.startsWith('Integer')) return 1;
  if (type.startsWith('Float')) return 0.5;
  return type.startsWith('Boolean') ? true : 'x';
}

/** Every operator of a plan. */
export function operatorsOf(plan: Plan): Plan[] {
  return [plan, ...plan.children.flatMap(operatorsOf)];
}

/** An operator's name without its runtime: `NodeIndexSeek`. */
export function nameOf(operator: Plan): string {
  return operator.operatorType.split('@')[0]!;
}

const NOTHING_READ = new Set(['Argument', 'Create', 'EmptyRow', 'Unwind', 'Projection', 'EmptyResult']);
const INDEX = /^(Node|Directed|Undirected).*Index(Seek|Scan|Contains)/;

/** Where a plan starts to read: `Asset(id)` for an index, the operator's own words for anything else. */
export function startsOf(plan: Plan): { index: string | null; words: string }[] {
  return operatorsOf(plan)
    .filter((operator) => operator.children.length === 0 && !NOTHING_READ.has(nameOf(operator)))
    .map((operator) => {
      const details = String(operator.arguments['Details'] ?? '');
      return { index: indexOf(nameOf(operator), details), words: `${nameOf(operator)} ${details}` };
    });
}

function indexOf(operator: string, details: string): string | null {
  if (operator.endsWith('CountFromCountStore')) return 'count store';
  if (operator === 'ProcedureCall' && details.startsWith('db.index.fulltext.')) return 'full text';
  const index = INDEX.test(operator) ? /:(\w+)\(([\w, ]+)\)/.exec(details) : null;
  return index && `${index[1]}(${index[2]!.replaceAll(' ', '')})`;
}

/** Products of rows that are not one row each: where a plan multiplies. */
export function multiplies(operator: Plan): boolean {
  return nameOf(operator) === 'CartesianProduct' && !operator.children.every(givesOneRow);
}

/** Whether an operator gives at most one row for each row it is given. */
function givesOneRow(operator: Plan): boolean {
  const name = nameOf(operator);
  if (name.startsWith('NodeUniqueIndexSeek') && !name.includes('Range')) return true;
  if (name === 'Argument' || name === 'EmptyRow') return true;
  return (
    /^(Filter|Projection|CartesianProduct|CacheProperties|Eager|LockingMerge)$/.test(name) &&
    operator.children.every(givesOneRow)
  );
}
