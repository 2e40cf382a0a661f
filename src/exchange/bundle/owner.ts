import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who writes a load: this machine, this process, and when that began: process numbers are used again. */
export const LOAD_OWNER = `${hostname()} ${process.pid} ${bornAt(process.pid)}`;

/** A load of another machine counts as interrupted after this long without a sign of life. */
const IDLE_LIMIT_MS = 60_000;
const ours = new Set<string>();

/** Holds a load as this process's own while it is written or taken back. */
export async function holding<T>(load: string, work: () => Promise<T>): Promise<T> {
  ours.add(load);
  try {
    return await work();
  } finally {
    ours.delete(load);
  }
}

/** Whether somebody is still at work on a load. */
export function isAlive({ load, owner, idle }: { load: string; owner: string; idle: number }): boolean {
  if (owner === LOAD_OWNER) return ours.has(load);
  const [host, pid, born] = owner.split(' ');
  return host === hostname() ? born !== '' && bornAt(Number(pid)) === born : idle < IDLE_LIMIT_MS;
}

/** When a process of this machine began, in the machine's own words; empty when there is none. */
function bornAt(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return state === 'Z' ? '' : (fields[18] ?? '');
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .replaceAll(' ', '_');
  } catch {
    return '';
  }
}
