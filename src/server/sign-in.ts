import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Desk } from '../access/desk.ts';
import { viewerOf } from '../access/sign-in.service.ts';
import { Fault } from '../foundation/fault.ts';
import type { House } from '../house/house.ts';
import { LONGEST_TOKEN, type SignedIn, type TokenAnswer, type TokenReader } from '../identity/token.ts';
import { PUBLIC_VIEWER } from '../identity/viewer.ts';

interface Guarded {
  readonly house: House;
  readonly tokens: TokenReader;
  readonly log: Logger;
}

/** All that whoever presents a bad token is told: the reason would help a forger. */
export const NOT_SIGNED_IN = '登录无效，请重新登录。The sign-in is not valid; sign in again.';
const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/** Where requests sign in 登录: a token is checked once, before the request is read any further. */
export function signInDoor({ house, tokens, log }: Guarded) {
  const asking = new WeakMap<Request, SignedIn | null>();
  const plugin: Plugin = {
    async onRequestParse({ request }) {
      asking.set(request, await whoAsks(request.headers.get('authorization'), { tokens, log }));
    },
  };
  return {
    plugin,
    /** The window at which a request is served: without a token that of the public. Throws `Fault` FORBIDDEN. */
    async deskOf(request: Request, id: string): Promise<Desk> {
      const signedIn = asking.get(request);
      if (signedIn === undefined) throw new TypeError('a request passed the door unseen');
      const window = house.desk(PUBLIC_VIEWER, id);
      if (signedIn === null) return window;
      return { ...window, viewer: await viewerOf(window, signedIn).catch(told(log, signedIn)) };
    },
  };
}

/** Whom a request's header vouches for; null without one. Throws `Fault` UNAUTHENTICATED for a header that vouches for nobody. */
async function whoAsks(header: string | null, { tokens, log }: Omit<Guarded, 'house'>): Promise<SignedIn | null> {
  if (header === null) return null;
  const answer = await tokenAnswer(header, tokens).catch((error: unknown) => {
    log.warn({ err: error }, 'a token could not be checked');
    throw error;
  });
  if ('signedIn' in answer) return answer.signedIn;
  log.warn({ reason: answer.refused }, 'a sign-in was refused');
  throw new Fault('UNAUTHENTICATED', NOT_SIGNED_IN);
}

async function tokenAnswer(header: string, tokens: TokenReader): Promise<TokenAnswer> {
  if (header.length > LONGEST_TOKEN + 'Bearer '.length) return { refused: 'TOO_BIG' };
  const token = BEARER.exec(header)?.[1];
  return token === undefined ? { refused: 'MALFORMED' } : tokens.read(token);
}

/** Says in the log who was turned away: an administrator needs issuer and subject to open an account. */
function told(log: Logger, signedIn: SignedIn) {
  return (error: unknown): never => {
    if (error instanceof Fault && error.code === 'FORBIDDEN') log.warn({ ...signedIn }, 'a sign-in has no account');
    throw error;
  };
}
