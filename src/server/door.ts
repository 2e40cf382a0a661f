import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Limits } from './limits.ts';
import { Turns } from './turns.ts';

/** Sent with every answer: nothing is guessed, framed, cached or told to other sites 安全响应头. */
const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
};
const PAGE_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const ANSWER_POLICY = "default-src 'none'; frame-ancestors 'none'";
/** Bodies of another kind can be sent by a page of any other site without asking first. */
const BODIES = /^application\/(graphql\+|graphql-response\+)?json\b/i;

/**
 * What every request meets first 请求限额: how often its client asked, what kind of body it has and how large; and what is
 * written on every answer.
 */
export function doorGuard(limits: Limits): Plugin {
  const turns = new Turns(limits.requests);
  return {
    onRequest({ request, serverContext, fetchAPI, endResponse }) {
      const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
        endResponse(
          new fetchAPI.Response(`${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`, {
            status,
            headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
          }),
        );
      const wait = turns.take(clientOf(serverContext), Date.now());
      if (wait > 0)
        return refuse(
          429,
          'UNAVAILABLE',
          `请求太频繁，请 ${wait} 秒后再试。Too many requests; try again in ${wait} s.`,
          {
            'retry-after': String(wait),
          },
        );
      if (request.method !== 'POST') return;
      if (!BODIES.test(request.headers.get('content-type') ?? ''))
        return refuse(415, 'BAD_INPUT', '请求正文应为 application/json。The body must be application/json.');
      if (Number(request.headers.get('content-length') ?? 0) > limits.body)
        return refuse(413, 'BAD_INPUT', tooLarge(limits.body), { connection: 'close' });
    },
    onRequestParse({ requestParser, setRequestParser }) {
      if (requestParser === undefined) return;
      setRequestParser(async (request) => requestParser(await withBody(request, limits.body)));
    },
    onResponse({ response }) {
      const page = response.headers.get('content-type')?.startsWith('text/html') === true;
      for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
      response.headers.set('content-security-policy', page ? PAGE_POLICY : ANSWER_POLICY);
    },
  };
}

/** Who asks, as the network knows them; a proxy in front counts as one client, whatever it says of others. */
function clientOf(serverContext: unknown): string {
  const { req } = (serverContext ?? {}) as { req?: IncomingMessage };
  return req?.socket?.remoteAddress ?? '';
}

/** The request with its body read, no further than it may be long. */
async function withBody(request: Request, limit: number): Promise<Request> {
  if (request.body === null) return request;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit)
      throw new GraphQLError(tooLarge(limit), { extensions: { code: 'BAD_INPUT', http: { status: 413 } } });
    chunks.push(chunk);
  }
  return new Request(request.url, { method: request.method, headers: request.headers, body: Buffer.concat(chunks) });
}

function tooLarge(limit: number): string {
  return `请求正文超过 ${limit} 字节。The body is larger than ${limit} bytes.`;
}
