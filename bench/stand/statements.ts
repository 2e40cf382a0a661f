import pino from 'pino';
import { contextOf } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import type { Graph, Tx } from '../../src/graph/graph.service.ts';
import { statement } from '../../src/graph/statement.ts';
import type { House } from '../../src/house/house.ts';
import { createFace } from '../../src/server/server.ts';
import { auditorOf } from './auditor.ts';
import type { Question } from './question.ts';

/** A statement as it was sent: text and parameters. */
export interface Sent {
  readonly name: string;
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a question came to: the statements it sent, its answer. */
export interface Asked {
  readonly statements: readonly Sent[];
  readonly answer: unknown;
}

const WORK = { name: 'bench', limit: 120_000 };

/** What an auditor read of personal data is put on record after the question was answered: no statement of the question. */
const TRACE = 'audit/';

/** Again, when it met a cold database and ran into a question's own time limit. */
const ATTEMPTS = 8;

/** Asks a question of the registry in this process and notes every statement that it sends. */
export async function ask(house: House, question: Question): Promise<Asked> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await askOnce(house, question);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function askOnce(house: House, { name, query, variables }: Question): Promise<Asked> {
  const { tokens, authorization } = await auditorOf(house);
  const face = createFace({ house, tokens, schema, contextOf, log: pino({ level: 'silent' }) });
  const statements: Sent[] = [];
  const stop = house.graph.listen((sender, { query: { text, parameters } }) => {
    if (!sender.startsWith(TRACE)) statements.push({ name: sender, text, params: parameters });
  });
  try {
    const response = await face.fetch('http://bench/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
    if (errors !== undefined || data === undefined) throw new Error(`${name}: ${errors?.[0]?.message}`);
    return { statements, answer: data };
  } finally {
    stop();
  }
}

/** Sends the same statements raw over Bolt, in one transaction, decoded by the same driver; nothing is made of the rows. */
export async function replay(graph: Graph, statements: readonly Sent[], mode: 'read' | 'write' = 'read') {
  await graph[mode](WORK, async (tx) => {
    for (const { name, text, params } of statements) await tx.run(raw(name, text, params), params);
  });
}

/** Database hits of each statement, by PROFILE runs of the same text. */
export async function hitsOf(graph: Graph, statements: readonly Sent[]): Promise<Map<string, number>> {
  const hits = new Map<string, number>();
  await counting(graph, hits, async () => {
    await graph.read(WORK, async (tx) => {
      for (const { name, text, params } of statements) await tx.run(raw(name, `PROFILE ${text}`, params), params);
    });
  });
  return hits;
}

/** The same of some work, done once over a graph that profiles every statement of it. */
export async function hitsOfWork(graph: Graph, work: (profiling: Graph) => Promise<unknown>) {
  const hits = new Map<string, number>();
  const profiled = (tx: Tx): Tx => ({
    run: (one, params) => tx.run({ ...one, text: (inline) => `PROFILE ${one.text(inline)}` }, params),
  });
  const profiling: Graph = {
    ...graph,
    read: (name, body) => graph.read(name, (tx) => body(profiled(tx))),
    write: (name, body) => graph.write(name, (tx) => body(profiled(tx))),
  };
  await counting(graph, hits, () => work(profiling));
  return hits;
}

async function counting(graph: Graph, hits: Map<string, number>, work: () => Promise<unknown>): Promise<void> {
  const stop = graph.listen((name, { profile }) => {
    hits.set(name, (hits.get(name) ?? 0) + (profile === false ? 0 : sum(profile)));
  });
  try {
    await work();
  } finally {
    stop();
  }
}

interface Plan {
  readonly dbHits: number;
  readonly children: readonly Plan[];
}

function sum({ dbHits, children }: Plan): number {
  return children.reduce((total, child) => total + sum(child), dbHits);
}

function raw(name: string, text: string, params: object) {
  const types = Object.fromEntries(Object.keys(params).map((param) => [param, 'Any']));
  return statement<object, never, 'none'>(name, { mode: 'read', rows: 'none', params: types, row: {} }, text);
}
