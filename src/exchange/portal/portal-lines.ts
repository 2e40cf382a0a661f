import { bundleFiles, type Line, readLines } from '../bundle/lines.ts';
import { secrecyRefusal, tellable } from '../bundle/parse.ts';
import { type LineRefusal, type RefusalCode, refuse } from '../bundle/refusals.ts';
import { type PortalRecord, portalRecord } from './portal-record.ts';

/** A portal's record and where it stands, or what is wrong with the line. */
export type PortalLine =
  | { readonly file: string; readonly line: number; readonly record: PortalRecord }
  | { readonly refusals: readonly LineRefusal[] };

/** Reads portal files line by line: one JSON record a line, `.gz` or plain. Throws `Fault` BAD_INPUT for a path not there. */
export async function* portalLines(paths: readonly string[]): AsyncGenerator<PortalLine> {
  for (const { path } of bundleFiles(paths)) {
    for await (const lines of readLines(path)) yield* lines.map(portalLine);
  }
}

function portalLine({ file, line, text, fault }: Line): PortalLine {
  const at = { file, line };
  if (fault !== undefined) return { refusals: [refuse(fault, at)] };
  const value = readJson(text);
  const secret = isObject(value) ? secrecyRefusal(value, at) : null;
  if (secret !== null) return { refusals: [secret] };
  const parsed = portalRecord.safeParse(value);
  if (parsed.success) return { ...at, record: parsed.data };
  return { refusals: parsed.error.issues.map(({ path }) => faultOf(text, value, at, path as string[])) };
}

function faultOf(
  text: string,
  value: unknown,
  at: { file: string; line: number },
  field: readonly (string | number)[],
): LineRefusal {
  if (value === undefined) return refuse('NOT_JSON', at, [], tellable(text));
  if (field.length === 0) return refuse('NOT_OBJECT', at, [], tellable(text));
  const found = field.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
  const code: RefusalCode = found === undefined || found === '' ? 'MISSING_FIELD' : 'WRONG_TYPE';
  return refuse(code, at, field, found);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields that a portal gives as null are not stated. */
function readJson(text: string): unknown {
  try {
    return withoutNulls(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function withoutNulls(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
}
