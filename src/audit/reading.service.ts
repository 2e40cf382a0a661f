import { randomUUID } from 'node:crypto';
import type { Graph, Work } from '../graph/graph.service.ts';
import { recordDeed } from './audit.service.ts';
import type { Actor } from './record.ts';

/** What one request read that is recorded: metadata of personal data, or of level 4 and above. */
export interface Reading {
  readonly request: string;
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
  /** Ids of the records that were read. */
  readonly subjects: ReadonlySet<string>;
}

const WORK: Work = { name: 'audit: reading', limit: 10_000 };
const MOST_NAMED = 1_000;

/**
 * Puts on record what a request read 查阅留痕: one record a request, written apart from its readings, about at most a
 * thousand of the records that it read; `count` says how many there were.
 */
export async function recordReading(graph: Graph, { request, actor, onBehalfOf, subjects }: Reading): Promise<void> {
  if (subjects.size === 0) return;
  const named = [...subjects].sort();
  await graph.write(WORK, (tx) =>
    recordDeed(tx, {
      id: randomUUID(),
      at: Date.now(),
      request,
      actor,
      onBehalfOf,
      act: 'record:read',
      subjects: named.slice(0, MOST_NAMED).map((id) => ({ id, before: null, after: null })),
      detail: { count: named.length },
    }),
  );
}

/** Whether reading a record's metadata is recorded: it names personal items, or its level is 4 or above. */
export function isRecordedReading(content: Readonly<Record<string, unknown>>): boolean {
  const items = Array.isArray(content['items']) ? (content['items'] as unknown[]) : [];
  const rows = [content, ...items.filter((item) => typeof item === 'object' && item !== null)] as Record<
    string,
    unknown
  >[];
  return rows.some(
    ({ level, personal, sensitivity }) =>
      (typeof level === 'number' && level >= 4) || isPersonal(personal) || isPersonal(sensitivity),
  );
}

const isPersonal = (word: unknown) => word === 'PERSONAL' || word === 'SENSITIVE';
