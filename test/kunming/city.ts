import { readdirSync, readFileSync } from 'node:fs';

/** The showcase city as records, for tests that need no graph. Today there is 2026-11-23. */
export const TODAY = '2026-11-23';
export const NOW = Date.parse('2026-11-23T12:00:00+08:00');

export type BundleRecord = { readonly record: string; readonly key?: string; readonly [field: string]: unknown };

const folder = new URL('../../seed/kunming/', import.meta.url);

export const records: readonly BundleRecord[] = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as BundleRecord);

export interface ExpectedFinding {
  readonly rule: string;
  readonly subject: string;
  readonly evidence: readonly string[];
  readonly severity: string;
  readonly [detail: string]: unknown;
}

export const expected = JSON.parse(readFileSync(new URL('expected.json', import.meta.url), 'utf8')) as {
  readonly levels: Record<
    string,
    { declared: number | null; computed: number; adjusted: boolean; triggers: string[]; possibleImportant: boolean }
  >;
  readonly findings: readonly ExpectedFinding[];
  readonly nearMisses: readonly { rule: string; subject: string; neverSeverity: string; why: string }[];
};
