import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Where the catalogs and the dev set lie: beside the checkout, or where `SHUYUAN_BENCH_DATA` says. */
export const DATA = process.env['SHUYUAN_BENCH_DATA'] ?? join(import.meta.dirname, '../../../shared', 'data');

/** One record of a portal. */
export interface PortalRecord {
  readonly id: string;
  readonly catalog: string;
  readonly place?: string;
  readonly title: string;
  readonly agency?: string | null;
  readonly district?: string | null;
  readonly columns?: readonly string[];
  readonly columnsComplete?: boolean;
  readonly description?: string;
}

export type Label = 'dup' | 'sub' | 'series' | 'sibling' | 'overlap' | 'diff';

export interface GoldPair {
  readonly pairId: string;
  readonly catalog: string;
  readonly relation: Label;
  readonly duplicate: boolean;
  readonly broader?: 'a' | 'b';
  readonly sampledBy: string;
  readonly a: PortalRecord;
  readonly b: PortalRecord;
}

export interface GoldRequest {
  readonly requestId: string;
  readonly catalog: string;
  readonly name: string;
  readonly agency?: string | null;
  readonly columns?: readonly string[];
  readonly purpose?: string;
  readonly withhold: readonly string[];
  readonly expected: readonly string[];
  readonly sampledBy: string;
}

const lines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

export function readPairs(): GoldPair[] {
  return lines(readFileSync(join(DATA, 'dup-gold/pairs.dev.jsonl'), 'utf8'));
}

export function readRequests(): GoldRequest[] {
  return lines(readFileSync(join(DATA, 'dup-gold/requests.dev.jsonl'), 'utf8'));
}

/** All records by catalog. */
export function readCatalogs(): Map<string, PortalRecord[]> {
  const folder = join(DATA, 'cn-catalog');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort();
  return new Map(
    names.map((name) => [
      name.replace('.jsonl.gz', ''),
      lines<PortalRecord>(gunzipSync(readFileSync(join(folder, name))).toString('utf8')),
    ]),
  );
}
