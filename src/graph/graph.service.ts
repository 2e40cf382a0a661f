import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver, type ManagedTransaction, type ResultSummary } from 'neo4j-driver';
import { Fault } from '../foundation/fault.ts';
import { faultOf, isDeadlock, isOutOfMemory } from './driver-error.ts';
import { takenFrom } from './result.ts';
import { type Answer, type Cardinality, decode, encode, type Statement } from './statement.ts';

/** Where a graph is and how to sign in to it. */
export interface GraphAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string;
}

/** What a unit of work is called in the database's log, and how long it may take there, in milliseconds. */
export interface Work {
  readonly name: string;
  readonly limit: number;
}

/** One transaction: statements run in it see and do all or nothing. */
export interface Tx {
  run<Params extends object, Result, Rows extends Cardinality>(
    statement: Statement<Params, Result, Rows>,
    params: Params,
  ): Promise<Answer<Result, Rows>>;
}

/** Told of each statement that ran: for tests that count statements and for the bench that counts database hits. */
export type Listener = (statement: string, summary: ResultSummary) => void;

/** A connection to one graph. Every transaction is named and limited; a time-out ends it in the database too. */
export interface Graph {
  /** Runs work that reads. Retried by the driver when a cluster moves. Throws `Fault` UNAVAILABLE, TIME_LIMIT. */
  read<T>(work: Work, body: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs work that writes, in one transaction; retried whole when two collide. */
  write<T>(work: Work, body: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs a statement that commits in batches by itself (`IN TRANSACTIONS`); what was committed stays when it fails. */
  batches<Params extends object>(
    work: Work,
    statement: Statement<Params, unknown, 'none'>,
    params: Params,
  ): Promise<void>;
  /** Runs a schema command (constraint, index), which takes a transaction of its own. */
  command(text: string): Promise<void>;
  /** Hears of every statement until the returned function is called. */
  listen(listener: Listener): () => void;
  close(): Promise<void>;
}

const RETRY_MS = 5_000;
const CONNECT_MS = 5_000;
const FETCH_SIZE = 10_000;
/** So often work is tried that meets other work's locks, with a pause of about so long and growing in between. */
const TRIES = 10;
const PAUSE_MS = 20;

/** Connects to the graph at an address. Nothing is sent before the first work. */
export function connect(address: GraphAddress): Graph {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
    disableLosslessIntegers: true,
    maxTransactionRetryTime: RETRY_MS,
    connectionTimeout: CONNECT_MS,
    connectionAcquisitionTimeout: CONNECT_MS,
    fetchSize: FETCH_SIZE,
    telemetryDisabled: true,
    userAgent: 'shuyuan',
  });
  const listeners = new Set<Listener>();
  const session = () => driver.session({ database: address.database, defaultAccessMode: neo4j.session.READ });
  return {
    read: (work, body) =>
      inSession(session(), work, (open) =>
        open.executeRead((tx) => body(wrap(tx, work, listeners)), {
          timeout: work.limit,
          metadata: { work: work.name },
        }),
      ),
    write: (work, body) =>
      soonAgain(() =>
        inSession(session(), work, (open) =>
          open.executeWrite((tx) => body(wrap(tx, work, listeners)), {
            timeout: work.limit,
            metadata: { work: work.name },
          }),
        ),
      ),
    batches: (work, statement, params) =>
      inSession(driver.session({ database: address.database }), work, async (open) => {
        const { params: sent, inline } = encode(statement, params as Record<string, unknown>);
        await open.run(statement.text(inline), sent, { timeout: work.limit, metadata: { work: work.name } });
      }),
    command: (text) =>
      inSession(driver.session({ database: address.database }), { name: 'schema', limit: 0 }, async (open) => {
        await open.run(text);
      }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => driver.close(),
  };
}

/** Does work again, soon, that waited for other work while that waited for it. */
async function soonAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isDeadlock(error) || attempt === TRIES) throw error;
      await sleep(Math.random() * PAUSE_MS * attempt);
    }
  }
}

async function inSession<T>(
  session: ReturnType<Driver['session']>,
  work: Work,
  body: (session: ReturnType<Driver['session']>) => Promise<T>,
): Promise<T> {
  try {
    return await body(session);
  } catch (error) {
    throw faultOf(error, work.limit);
  } finally {
    await session.close();
  }
}

function wrap(tx: ManagedTransaction, work: Work, listeners: ReadonlySet<Listener>): Tx {
  return {
    async run(statement, params) {
      const { params: sent, inline } = encode(statement, params as Record<string, unknown>);
      const { records, summary } = await takenFrom(tx.run(statement.text(inline), sent)).catch((error: unknown) => {
        // As a fault it is final: the driver would try the first again and again, and the second not before a second has passed.
        throw isOutOfMemory(error) || isDeadlock(error) ? faultOf(error, work.limit) : error;
      });
      for (const listener of listeners) listener(statement.name, summary);
      return decode(statement, records) as never;
    },
  };
}

/**
 * Sends statements that answer nothing one behind the other without waiting for each 连续写入; they run in the order in which they
 * are sent, and what answers is waited for. When the work is done all have run, or the first trouble of any is thrown.
 */
export async function inOnePass<T>(tx: Tx, body: (tx: Tx) => Promise<T>): Promise<T> {
  const sent: Promise<unknown>[] = [];
  const passing: Tx = {
    run(statement, params) {
      const answer = tx.run(statement, params);
      if (statement.rows !== 'none') return answer;
      answer.catch(() => undefined);
      sent.push(answer);
      return Promise.resolve(undefined) as never;
    },
  };
  try {
    return await body(passing);
  } finally {
    await Promise.all(sent);
  }
}

/** Says whether the graph answers; throws the fault that tells why not. */
export async function reach(graph: Graph): Promise<void> {
  await graph.command('RETURN 1').catch((error: unknown) => {
    throw error instanceof Fault ? error : new Fault('UNAVAILABLE', '图数据库没有应答。The graph does not answer.');
  });
}
