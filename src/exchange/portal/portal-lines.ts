import { bundleFiles, type Line, readLines } from '../bundle/lines.ts';
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
  const parsed = portalRecord.safeParse(readJson(text));
  if (parsed.success) return { ...at, record: parsed.data };
  return { refusals: parsed.error.issues.map(({ path }) => faultOf(text, at, path as string[])) };
}

function faultOf(text: string, at: { file: string; line: number }, field: readonly (string | number)[]): LineRefusal {
  const value = readJson(text);
  if (value === undefined) return refuse('NOT_JSON', at, [], text);
  if (field.length === 0) return refuse('NOT_OBJECT', at, [], text);
  const found = field.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value);
  const code: RefusalCode = found === undefined || found === '' ? 'MISSING_FIELD' : 'WRONG_TYPE';
  return refuse(code, at, field, found);
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
