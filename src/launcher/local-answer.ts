import { waitForAnswer } from './answering.ts';
import type { GraphAddress } from './graph-address.ts';
import type { Place } from './place.ts';
import { serverFault } from './server-failure.ts';
import { lastLogs } from './server-process.ts';
import { unavailable } from './unavailable.ts';
import type { Found } from './way.ts';

/** Much more than a start takes (6–15 s): the machine may be busy, or a server that was killed have a long log to go through first. */
const ANSWER_WITHIN_MS = 300_000;

/** The address of a local server once it answers; null when it ended first. Throws when it will not answer us. */
export async function addressOnceAnswering(place: Place, server: Found): Promise<GraphAddress | null> {
  const waited = await waitForAnswer(server.address, { alive: server.alive, limitMs: ANSWER_WITHIN_MS });
  switch (waited) {
    case 'ANSWERS':
      return server.address;
    case 'ENDED':
      return null;
    case 'WRONG_PASSWORD':
      throw unavailable(
        `本地 Neo4j（${server.process}）不接受 ${place.passwordFile} 中的密码。请放回原来的密码文件，或用 shuyuan graph reset 清空重来。`,
        `The local Neo4j (${server.process}) does not accept the password in ${place.passwordFile}. Put the right file back, or start anew with shuyuan graph reset.`,
      );
    case 'REFUSES':
    case 'AWAY':
      throw serverFault(await lastLogs(place), place);
    default:
      return waited satisfies never;
  }
}
