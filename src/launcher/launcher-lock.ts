import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { unavailable } from './unavailable.ts';
import type { Report } from './way.ts';

const LOOK_AGAIN_AFTER_MS = 100;
const GIVE_UP_AFTER_MS = 10 * 60_000;
const SQLITE_BUSY = 5;

/**
 * Does a piece of work alone among all processes of this machine 互斥; a second one waits, and says so.
 * The lock is SQLite's exclusive file lock on an empty database: the kernel gives it back the moment its holder dies, `kill -9`
 * included, so it can neither go stale nor be taken from one who lives. A file with a pid could do both.
 */
export async function alone<T>(lock: string, report: Report, work: () => Promise<T>): Promise<T> {
  const database = new DatabaseSync(lock, { timeout: 0 });
  try {
    await acquire(database, lock, report);
    return await work();
  } finally {
    database.close();
  }
}

async function acquire(database: DatabaseSync, lock: string, report: Report): Promise<void> {
  const began = Date.now();
  for (let waiting = false; !tryAcquire(database); waiting = true) {
    if (!waiting)
      report(`另一个进程正在操作本地 Neo4j，等待…… Another process is at work on the local Neo4j; waiting…`);
    if (Date.now() - began > GIVE_UP_AFTER_MS) {
      throw unavailable(
        `另一个进程占用本地 Neo4j 已超过 10 分钟（${lock}）。请结束它后重试。`,
        `Another process has kept the local Neo4j busy for 10 minutes (${lock}). End it and try again.`,
      );
    }
    await sleep(LOOK_AGAIN_AFTER_MS);
  }
}

function tryAcquire(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
