import { z } from 'zod';
import { type Clock, clockFrom, systemClock } from '../calendar/clock.ts';
import { type EmbeddingAddress, embeddingsFrom } from '../collection/embedding.ts';
import { Fault } from '../foundation/fault.ts';
import { type Issuer, issuerFrom } from '../identity/issuer.ts';

/** What the environment says, checked once. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly clock: Clock;
  /** Who signs tokens; null: this machine's own key, for loopback only. */
  readonly issuer: Issuer | null;
  /** Who makes titles into vectors; null: nobody. */
  readonly embeddings: EmbeddingAddress | null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SHUYUAN_TODAY: z.string().min(1).optional(),
});

/** Reads the environment. Throws `Fault` BAD_INPUT that names the variable. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '');
    throw new Fault(
      'BAD_INPUT',
      `环境变量 ${name} 不对：${env[name] ?? ''}。Environment variable ${name} is not valid.`,
    );
  }
  const { PORT: port, HOST: host, SHUYUAN_TODAY: today } = parsed.data;
  return { port, host, clock: clockOf(today), issuer: issuerFrom(env), embeddings: embeddingsFrom(env) };
}

function clockOf(today: string | undefined): Clock {
  if (today === undefined) return systemClock;
  const clock = clockFrom(today);
  if (clock === null)
    throw new Fault(
      'BAD_INPUT',
      `SHUYUAN_TODAY 应为日期或带时区的时刻：${today}。SHUYUAN_TODAY is a day (2026-11-23) or a moment with offset.`,
    );
  return clock;
}

/** Whether an address can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
