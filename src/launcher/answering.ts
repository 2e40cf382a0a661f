import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Config } from 'neo4j-driver';
import { echo } from '../foundation/text.ts';
import type { GraphAddress } from './graph-address.ts';
import { unavailable } from './unavailable.ts';

const ASK_AGAIN_AFTER_MS = 150;
const ANSWER_WITHIN_MS = 5_000;

/** How asking a graph went: it answers, it says no to the password, or it cannot be asked. */
export type Answer =
  | { readonly answer: 'ANSWERS' }
  | { readonly answer: 'WRONG_PASSWORD' | 'AWAY' | 'REFUSES'; readonly error: Error };

/** Asks a graph the smallest question, once, with our credentials, in the database that would be used. */
export async function ask(address: GraphAddress): Promise<Answer> {
  const config: Config = {
    connectionTimeout: ANSWER_WITHIN_MS,
    connectionAcquisitionTimeout: ANSWER_WITHIN_MS,
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
  };
  try {
    await using driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), config);
    await driver.executeQuery('RETURN 1', {}, { database: address.database });
    return { answer: 'ANSWERS' };
  } catch (error) {
    return refused(error as Error & { code?: string });
  }
}

/** What the driver's error says about the graph. */
function refused(error: Error & { code?: string }): Answer {
  const code = error.code ?? '';
  if (/Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired)$/.test(code)) {
    return { answer: 'WRONG_PASSWORD', error };
  }
  const away = !code.startsWith('Neo.') || code.startsWith('Neo.TransientError.');
  return { answer: away ? 'AWAY' : 'REFUSES', error };
}

/** How waiting ended: an answer, or the server ended first, or neither within the limit. */
export type Waited = Answer['answer'] | 'ENDED';

/** Waits until a server that is starting answers, as long as it lives and the limit allows. */
export async function waitForAnswer(
  address: GraphAddress,
  { alive, limitMs }: { alive: () => Promise<boolean>; limitMs: number },
): Promise<Waited> {
  const began = Date.now();
  for (;;) {
    const { answer } = await ask(address);
    if (answer !== 'AWAY') return answer;
    if (!(await alive())) return 'ENDED';
    if (Date.now() - began > limitMs) return 'AWAY';
    await sleep(ASK_AGAIN_AFTER_MS);
  }
}

/** Throws unless the user's own Neo4j answers 自有数据库; the message names the variable to look at. */
export async function requireAnswer(own: GraphAddress): Promise<void> {
  const asked = await ask(own);
  switch (asked.answer) {
    case 'ANSWERS':
      return;
    case 'WRONG_PASSWORD':
      throw unavailable(
        `${own.uri} 不接受用户 ${own.user} 的密码。请检查 NEO4J_USER 与 NEO4J_PASSWORD。`,
        `${own.uri} does not accept the password of user ${own.user}. Check NEO4J_USER and NEO4J_PASSWORD.`,
        asked.error,
      );
    case 'REFUSES':
      throw unavailable(
        `${own.uri} 拒绝了请求，请检查 NEO4J_DATABASE：${echo(asked.error.message)}`,
        `${own.uri} refused; check NEO4J_DATABASE: ${echo(asked.error.message)}`,
        asked.error,
      );
    case 'AWAY':
      throw unavailable(
        `连接不到 ${own.uri}。请检查 NEO4J_URI，以及该 Neo4j 是否正在运行。`,
        `Cannot reach ${own.uri}. Check NEO4J_URI, and that this Neo4j is running. (${echo(asked.error.message)})`,
        asked.error,
      );
    default:
      asked satisfies never;
  }
}
