import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Place } from './place.ts';
import { isServerOf } from './server-settings.ts';

/**
 * The process id of the server of this place, whoever started it; null when none runs.
 * The process table is asked each time, by the folder that our command line names: a pid in a file could be stale, missing, or
 * by now another program's, and a launcher killed right after starting the server could not have written it.
 */
export async function findServer(place: Place): Promise<number | null> {
  for (const [pid, commandLine] of await commandLines()) if (isServerOf(place, commandLine)) return pid;
  return null;
}

/** True while this process is the server of this place. */
export async function isServing(place: Place, pid: number): Promise<boolean> {
  return isServerOf(place, await commandLineOf(pid));
}

const LISTING_LIMIT = 32 * 1024 * 1024;

async function commandLines(): Promise<[pid: number, commandLine: string][]> {
  if (process.platform === 'linux') {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
    return Promise.all(pids.map(async (pid): Promise<[number, string]> => [pid, await commandLineOf(pid)]));
  }
  const listing = await ps('-A', '-ww', '-o', 'pid=,args=');
  return listing.split('\n').map((line) => {
    const [, pid, commandLine] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
    return [Number(pid), commandLine ?? ''];
  });
}

/** Arguments joined by spaces; empty for a process that is gone, is going, or is another user's secret. */
async function commandLineOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return (await ps('-p', `${pid}`, '-ww', '-o', 'args=')).trimEnd();
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return text.replace(/\0$/, '').replaceAll('\0', ' ');
}

async function ps(...options: string[]): Promise<string> {
  try {
    return (await promisify(execFile)('ps', options, { maxBuffer: LISTING_LIMIT })).stdout;
  } catch {
    return '';
  }
}
