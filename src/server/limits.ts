import { Fault } from '../foundation/fault.ts';

/** How much one request may ask, and one client how often 访问限额. Each has a default and a variable of the environment. */
export interface Limits {
  /** Levels of a question, fragments counted. */
  readonly depth: number;
  /** Values that a question may come to at most, by its page sizes and limits of walks. */
  readonly cost: number;
  readonly aliases: number;
  readonly directives: number;
  /** Words and signs of a question. */
  readonly tokens: number;
  /** Questions in one request; 1: none beside the first. */
  readonly batch: number;
  /** Size of a request, bytes. */
  readonly body: number;
  /** How long an answer may take, seconds. */
  readonly seconds: number;
  /** Requests a minute and client. */
  readonly requests: number;
}

/** The limits without configuration. */
export const DEFAULT_LIMITS: Limits = {
  depth: 20,
  cost: 500_000,
  aliases: 30,
  directives: 30,
  tokens: 4_000,
  batch: 1,
  body: 256 * 1024,
  seconds: 60,
  requests: 1_200,
};

/** Reads `SHUYUAN_LIMIT_DEPTH`, `…_COST` and so on. Throws `Fault` BAD_INPUT that names the variable. */
export function limitsFrom(env: Readonly<Record<string, string | undefined>>): Limits {
  const entries = Object.entries(DEFAULT_LIMITS).map(([name, standard]) => {
    const variable = `SHUYUAN_LIMIT_${name.toUpperCase()}`;
    const text = env[variable];
    if (text === undefined || text === '') return [name, standard];
    if (/^[1-9]\d{0,11}$/.test(text)) return [name, Number(text)];
    throw new Fault('BAD_INPUT', `${variable} 应为正整数。${variable} must be a whole number above 0.`);
  });
  return Object.fromEntries(entries) as Limits;
}
