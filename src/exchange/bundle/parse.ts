import type { z } from 'zod';
import { foldKey, keyFaultOf } from '../../foundation/key.ts';
import { type Flow, flowSchema } from '../../lineage/flow.ts';
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

/** Understands one line by its form alone: nothing is looked up. */
export function parseLine(line: Line): Parsed {
  if (line.fault !== undefined) return refused([refuse(line.fault, line)]);
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return refused([refuse('NOT_JSON', line, [], line.text)]);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return refused([refuse('NOT_OBJECT', line, [], line.text)]);
  return parseRecord(withoutNulls(value) as Record<string, unknown>, line);
}

/** Understands one record, however it came. `at` says where it stands. */
export function parseRecord(value: Record<string, unknown>, at: { file: string; line: number }): Parsed {
  const { record } = value;
  if (record === undefined) return refused([refuse('MISSING_FIELD', at, ['record'])]);
  if (record === 'flow') return parseFlow(value, at);
  const kind = typeof record === 'string' ? kindOfWord(record) : undefined;
  if (kind === undefined) return refused([refuse('UNKNOWN_RECORD', at, ['record'], record)]);
  if (value['secrecy'] === 'WORK' || value['secrecy'] === 'STATE') return refused([refuse('SECRET', at)]);
  const own: Record<string, unknown> = {};
  for (const field in value) if (!ENVELOPE.has(field)) own[field] = value[field];
  const result = kind.schema.safeParse(own);
  const refusals = [
    ...envelopeRefusals(kind, value, at),
    ...(result.success ? [] : formRefusals(result.error, own, at)),
  ];
  const id = typeof value['key'] === 'string' ? `${kind.type}:${foldKey(value['key'])}` : null;
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
  if (result.success) return { is: 'flow', flow: result.data };
  return refused(formRefusals(result.error, own, at));
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
    ...(retired === true || retiredAt !== undefined ? { retired: true } : {}),
    ...(retiredAt === undefined ? {} : { retiredAt }),
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
  return error.issues.flatMap((issue) => issueRefusals(issue, own, at));
}

function issueRefusals(issue: z.core.$ZodIssue, own: unknown, at: { file: string; line: number }): LineRefusal[] {
  const path = issue.path as (string | number)[];
  const value = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], own);
  if (value === undefined && issue.code !== 'unrecognized_keys') return [refuse('MISSING_FIELD', at, path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) =>
        refuse('UNKNOWN_FIELD', at, [...path, field], (value as Record<string, unknown>)[field]),
      );
    case 'invalid_value':
      return [refuse(typeof value === 'string' ? 'UNKNOWN_WORD' : 'WRONG_TYPE', at, path, value)];
    case 'invalid_type':
    case 'invalid_union':
      return [refuse('WRONG_TYPE', at, path, value)];
    case 'too_small':
    case 'too_big':
      return [refuse(issue.message === 'EMPTY' ? 'EMPTY' : 'OUT_OF_RANGE', at, path, value)];
    default:
      return [refuse(issue.message as RefusalCode, at, path, value)];
  }
}

/** Null and absent mean the same. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  const kept: Record<string, unknown> = Object.create(null);
  for (const name in value) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== null) kept[name] = withoutNulls(member);
  }
  return kept;
}
