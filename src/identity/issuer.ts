import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { Fault } from '../foundation/fault.ts';
import { echo } from '../foundation/text.ts';
import { DEVELOPMENT_ISSUER } from './development-key.ts';
import { type Expected, type TokenReader, tokenReader } from './token.ts';

/** A real issuer of tokens 登录服务: who it is, whom its tokens are for, where its public keys are. */
export interface Issuer extends Expected {
  readonly keys: URL;
}

const NAMES = ['SHUYUAN_JWKS_URL', 'SHUYUAN_ISSUER', 'SHUYUAN_AUDIENCE'] as const;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** Keys are asked for again after this time: so long a key that the issuer took back may still be honored. */
const KEYS_FRESH_MS = 5 * 60_000;
/** An unknown key id makes the keys be asked for at once, but not more often than this. */
const COOLDOWN_MS = 1_000;
const ANSWER_WITHIN_MS = 5_000;

/** The configured issuer; null when none is. Throws `Fault` BAD_INPUT when only a part of it is there. */
export function issuerFrom(environment: Readonly<Record<string, string | undefined>>): Issuer | null {
  const [url, issuer, audience] = NAMES.map((name) => environment[name]?.trim() || null);
  const missing = NAMES.filter((name) => !environment[name]?.trim());
  if (missing.length === NAMES.length) return null;
  if (!url || !issuer || !audience)
    throw new Fault(
      'BAD_INPUT',
      `登录配置不全，缺少 ${missing.join('、')}；三项须同时设置。Sign-in needs all three of ${NAMES.join(', ')}; missing: ${missing.join(', ')}.`,
    );
  if (issuer === DEVELOPMENT_ISSUER)
    throw new Fault(
      'BAD_INPUT',
      `SHUYUAN_ISSUER 不能是 ${issuer}，它留给开发令牌。SHUYUAN_ISSUER must not be ${issuer}.`,
    );
  return { issuer, audience, keys: keysAddress(url) };
}

/** The address of the keys: whoever can change them on the way can sign in as anybody. */
function keysAddress(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))))
    throw new Fault(
      'BAD_INPUT',
      `SHUYUAN_JWKS_URL 须为 https 地址（本机可用 http）：${echo(text)}。SHUYUAN_JWKS_URL must be an https address, http on this machine only.`,
    );
  return url;
}

/** Reads a real issuer's tokens; its keys are fetched when first needed, kept, and fetched anew when they rotate. */
export function issuerReader(issuer: Issuer): TokenReader {
  const remote = createRemoteJWKSet(issuer.keys, {
    timeoutDuration: ANSWER_WITHIN_MS,
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: KEYS_FRESH_MS,
  });
  const keys: JWTVerifyGetKey = async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (isOfToken(error)) throw error;
      throw new Fault(
        'UNAVAILABLE',
        '登录服务暂时连不上，请稍后再试。The sign-in service cannot be reached; try again later.',
        {
          cause: error,
        },
      );
    }
  };
  return tokenReader(keys, issuer);
}

/** Whether no key fits because of the token, and not because the keys could not be had. */
function isOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
