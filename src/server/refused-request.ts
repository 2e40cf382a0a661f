import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { NOT_SIGNED_IN } from './sign-in.ts';

/** What Node tells of a request that it could not read. */
interface Unread extends Error {
  readonly code?: string;
  /** The part of the request at which it gave up. */
  readonly rawPacket?: Buffer;
}

const AUTHORIZATION = /\r\nauthorization:/i;
/** How long a sender may go on before it is cut off; until then it may read why. */
const LINGER_MS = 2_000;

/** Answers requests that are not even read: headers over Node's limit (16 KiB) above all, a token of 10 MB among them. */
export function answerClientErrors(log: Logger) {
  const answered = new WeakSet<Duplex>();
  return (error: Unread, socket: Duplex): void => {
    if (answered.has(socket)) return;
    answered.add(socket);
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const tooBig = error.code === 'HPE_HEADER_OVERFLOW';
    const ofToken = tooBig && AUTHORIZATION.test(error.rawPacket?.toString('latin1') ?? '');
    log.warn(
      { reason: ofToken ? 'TOO_BIG' : error.code },
      ofToken ? 'a sign-in was refused' : 'a request was not read',
    );
    socket.write(ofToken ? UNAUTHENTICATED : response(statusOf(error.code)));
    // What still comes is thrown away: a connection that is closed under a sender takes the answer with it.
    socket.on('data', () => undefined).resume();
    socket.on('error', () => socket.destroy());
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };
}

function statusOf(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
}

function response(status: string, body = ''): string {
  const type = body === '' ? '' : 'Content-Type: application/json; charset=utf-8\r\n';
  return `HTTP/1.1 ${status}\r\nConnection: close\r\n${type}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const UNAUTHENTICATED = response(
  '401 Unauthorized',
  JSON.stringify({ errors: [{ message: NOT_SIGNED_IN, extensions: { code: 'UNAUTHENTICATED' } }] }),
);
