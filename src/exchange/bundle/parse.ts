import type { z } from 'zod';
import { formatId, parseId } from '../../foundation/id.ts';
import { foldKey, keyFaultOf } from '../../foundation/key.ts';
import { type Flow, flowSchema } from '../../lineage/flow.ts';
import { LONGEST_NAME } from '../../record/fields.ts';
import type { Complaint, Content, RecordKind } from '../../record/kind.ts';
import { kindOfWord } from './kinds.ts';
import type { Line } from './lines.ts';
import { type LineRefusal, type RefusalCode, refuse } from './refusals.ts';

/** A line understood: a record or a flow; or what is wrong with it. */
export type Parsed =
  | {
      readonly is: 'record';
      readonly kind: RecordKind;
      readonly content: Content;
      readonly warnings: readonly LineRefusal[];
    }
  | { readonly is: 'flow'; readonly flow: Flow }
  | { readonly is: 'refused'; readonly refusals: readonly LineRefusal[]; readonly id: string | null };

const ENVELOPE = new Set(['record', 'key', 'source', 'note', 'retired', 'retiredAt']);

/** A record nests four deep at most. */
const DEEPEST = 32;
/** Most refusals told of one line. */
const TOLD_OF_LINE = 100;

/** Understands one line by its form alone: nothing is looked up. */
export function parseLine(line: Line): Parsed {
  if (line.fault !== undefined) return refused([refuse(line.fault, line)]);
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return refused([refuse('NOT_JSON', line, [], tellable(line.text))]);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return refused([refuse('NOT_OBJECT', line, [], tellable(line.text))]);
  return parseRecord(value as Record<string, unknown>, line);
}

/** The text of a line that could not be read; none when it may hold a secret. */
export function tellable(text: string): string | undefined {
  return /secrecy|\\u/i.test(text) ? undefined : text;
}

/** Understands one record, however it came. `at` says where it stands. */
export function parseRecord(given: Record<string, unknown>, at: { file: string; line: number }): Parsed {
  const secret = secrecyRefusal(given, at);
  if (secret !== null) return refused([secret], idOf(given));
  const faults: LineRefusal[] = [];
  const complain: Complain = (code, path, wrong) => faults.push(refuse(code, at, path, wrong));
  const value = isPlain(given) ? given : (plain(given, [], complain) as typeof given);
  if (faults.length > 0) return refused(faults.slice(0, TOLD_OF_LINE), idOf(given));
  const { record } = value;
  if (record === undefined) return refused([refuse('MISSING_FIELD', at, ['record'])]);
  if (record === 'flow') return parseFlow(value, at);
  const kind = typeof record === 'string' ? kindOfWord(record) : undefined;
  if (kind === undefined) return refused([refuse('UNKNOWN_RECORD', at, ['record'], record)]);
  const own: Record<string, unknown> = {};
  for (const field in value) if (!ENVELOPE.has(field)) own[field] = value[field];
  const result = kind.schema.safeParse(own);
  const refusals = [
    ...envelopeRefusals(kind, value, at),
    ...(result.success ? [] : formRefusals(result.error, own, at)),
  ];
  const id = idOf(value);
  if (!result.success || refusals.length > 0) return refused(refusals, id);
  const content = { ...result.data, ...envelope(value) } as Content;
  const complaints = kind.complaints?.(content) ?? [];
  const told = (complaint: Complaint) => refuse(complaint.code as RefusalCode, at, complaint.path, complaint.value);
  const errors = complaints.filter(({ warning }) => warning !== true).map(told);
  if (errors.length > 0) return refused(errors, id);
  return { is: 'record', kind, content, warnings: complaints.map(told) };
}

function parseFlow(value: Record<string, unknown>, at: { file: string; line: number }): Parsed {
  const { record: _record, ...own } = value;
  const result = flowSchema.safeParse(own);
  if (!result.success) return refused(formRefusals(result.error, own, at));
  const { items = [] } = result.data;
  const long = items.flatMap((pair, i) => pair.map((name, side) => ({ name, path: ['items', i, side] })));
  const tooLong = long.filter(({ name }) => name.length > LONGEST_NAME);
  if (tooLong.length > 0) return refused(tooLong.map(({ name, path }) => refuse('TEXT_TOO_LONG', at, path, name)));
  return { is: 'flow', flow: { ...result.data, from: spelled(result.data.from), to: spelled(result.data.to) } };
}

/** A reference in its one spelling. */
function spelled(reference: string): string {
  const parsed = parseId(reference);
  return parsed === null ? reference : formatId(parsed.type, parsed.key);
}

/** The id that a line is about, however wrong it is otherwise; null when it names none. */
function idOf({ record, key }: Record<string, unknown>): string | null {
  const kind = typeof record === 'string' ? kindOfWord(record) : undefined;
  return kind === undefined || typeof key !== 'string' ? null : formatId(kind.type, foldKey(key));
}

/** Secrets have no place here: such a line is refused by file and line alone, whatever else is wrong with it. */
export function secrecyRefusal(value: Record<string, unknown>, at: { file: string; line: number }): LineRefusal | null {
  const field = Object.keys(value).find(isSecrecy);
  const secrecy = field === undefined ? undefined : value[field];
  if (secrecy === undefined || secrecy === null) return null;
  const word = typeof secrecy === 'string' ? foldKey(secrecy).toUpperCase() : '';
  if (word === 'WORK' || word === 'STATE') return refuse('SECRET', at);
  if (secrecy === 'NONE') return null;
  return refuse(typeof secrecy === 'string' ? 'UNKNOWN_WORD' : 'WRONG_TYPE', at, ['secrecy']);
}

/** Whether a field is `secrecy`, however it is written: in capitals, in full width. */
function isSecrecy(field: string): boolean {
  if (/^[A-Za-z]+$/.test(field) && field.length !== 'secrecy'.length) return false;
  return foldKey(field).toLowerCase() === 'secrecy';
}

function refused(refusals: readonly LineRefusal[], id: string | null = null): Parsed {
  return { is: 'refused', refusals, id };
}

/** The fields that every record may have, as they are kept. */
function envelope(value: Record<string, unknown>): Partial<Content> {
  const { source, note, retired, retiredAt } = value as Partial<Content>;
  return {
    key: foldKey(value['key'] as string),
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
    ...(retired === true || (retired === undefined && retiredAt !== undefined) ? { retired: true } : {}),
    ...(retiredAt === undefined || retired === false ? {} : { retiredAt }),
  };
}

function envelopeRefusals(kind: RecordKind, value: Record<string, unknown>, at: { file: string; line: number }) {
  const { key, source, note, retired, retiredAt } = value;
  const refusals: LineRefusal[] = [];
  if (key === undefined) refusals.push(refuse('MISSING_FIELD', at, ['key']));
  else if (typeof key !== 'string') refusals.push(refuse('WRONG_TYPE', at, ['key'], key));
  else {
    const fault = keyFaultOf(key);
    if (fault !== null) refusals.push(refuse(fault, at, ['key'], key));
    else if (kind.asset !== undefined && foldKey(key).includes('#'))
      refusals.push(refuse('KEY_HASH', at, ['key'], key));
  }
  for (const [field, text] of Object.entries({ source, note }))
    if (text !== undefined && typeof text !== 'string') refusals.push(refuse('WRONG_TYPE', at, [field], text));
  if (retired !== undefined && typeof retired !== 'boolean')
    refusals.push(refuse('WRONG_TYPE', at, ['retired'], retired));
  if (retiredAt !== undefined && !flowSchema.shape.retiredAt.safeParse(retiredAt).success)
    refusals.push(refuse('BAD_MOMENT', at, ['retiredAt'], retiredAt));
  return refusals;
}

/** Puts a schema's complaints into the words of a bundle. */
function formRefusals(error: z.ZodError, own: unknown, at: { file: string; line: number }): LineRefusal[] {
  return error.issues.slice(0, TOLD_OF_LINE).flatMap((issue) => issueRefusals(issue, own, at));
}

function issueRefusals(issue: z.core.$ZodIssue, own: unknown, at: { file: string; line: number }): LineRefusal[] {
  const path = issue.path as (string | number)[];
  const value = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], own);
  if (value === undefined && issue.code !== 'unrecognized_keys') return [refuse('MISSING_FIELD', at, path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, TOLD_OF_LINE)
        .map((field) => refuse('UNKNOWN_FIELD', at, [...path, field], (value as Record<string, unknown>)[field]));
    case 'invalid_value':
      return [refuse(typeof value === 'string' ? 'UNKNOWN_WORD' : 'WRONG_TYPE', at, path, value)];
    case 'invalid_union':
      return unionRefusals(issue, own, at);
    case 'invalid_type':
      return [refuse('WRONG_TYPE', at, path, value)];
    case 'too_small':
    case 'too_big':
      if (issue.message === 'EMPTY' || issue.message === 'TEXT_TOO_LONG')
        return [refuse(issue.message, at, path, value)];
      return [refuse(Array.isArray(value) ? 'WRONG_TYPE' : 'OUT_OF_RANGE', at, path, value)];
    default:
      return [refuse(issue.message as RefusalCode, at, path, value)];
  }
}

/** Of the forms a value may have, the one that it comes nearest to: its complaint lies deepest. */
function unionRefusals(
  { errors, path }: z.core.$ZodIssueInvalidUnion,
  own: unknown,
  at: { file: string; line: number },
): LineRefusal[] {
  const depth = (issues: z.core.$ZodIssue[]) => Math.min(...issues.map((issue) => issue.path.length));
  const nearest = [...errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
  return nearest.flatMap((issue) => issueRefusals({ ...issue, path: [...path, ...issue.path] }, own, at));
}

type Complain = (code: RefusalCode, path: readonly (string | number)[], value?: unknown) => void;

/** Whether a value is already as `plain` would give it: most are, and need no copy. */
function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (value === null || Object.is(value, -0)) return false;
  if (typeof value !== 'object') return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((member) => isPlain(member, depth + 1));
  for (const name of Object.keys(value)) {
    if (name === '__proto__' || !name.isWellFormed()) return false;
    if (!isPlain((value as Record<string, unknown>)[name], depth + 1)) return false;
  }
  return true;
}

/**
 * A value without nulls, as absent and null mean the same. Complains of what no field may hold: text that is no Unicode,
 * nesting without end, and `__proto__`, which JavaScript takes for something else.
 */
function plain(value: unknown, path: (string | number)[], complain: Complain): unknown {
  if (typeof value === 'string' && !value.isWellFormed()) complain('NOT_UNICODE', [...path], value);
  if (Object.is(value, -0)) return 0;
  if (value === null || typeof value !== 'object') return value;
  if (path.length > DEEPEST) {
    complain('NESTED_TOO_DEEP', path.slice(0, 1));
    return null;
  }
  const kept: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  for (const [name, member] of Object.entries(value)) {
    path.push(Array.isArray(value) ? Number(name) : name);
    if (!name.isWellFormed()) complain('NOT_UNICODE', [...path]);
    else if (name === '__proto__') complain('UNKNOWN_FIELD', [...path]);
    else if (member !== null || Array.isArray(value))
      (kept as Record<string, unknown>)[name] = plain(member, path, complain);
    path.pop();
  }
  return kept;
}
