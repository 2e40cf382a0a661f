import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** Whom a token vouches for 登录身份: nothing else in a token counts. */
export interface SignedIn {
  readonly issuer: string;
  readonly subject: string;
}

/** Why a token is refused 拒绝原因: for the log, never for who presented it. */
export type TokenFault =
  | 'TOO_BIG'
  | 'MALFORMED'
  | 'WRONG_TYPE'
  | 'WRONG_ALGORITHM'
  | 'UNKNOWN_KEY'
  | 'WRONG_SIGNATURE'
  | 'WRONG_ISSUER'
  | 'WRONG_AUDIENCE'
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'CLAIM_MISSING';

/** What reading a token gives: whom it vouches for, or why it does not. */
export type TokenAnswer = { readonly signedIn: SignedIn } | { readonly refused: TokenFault };

/** Reads the tokens of one issuer 令牌校验. Throws `Fault` UNAVAILABLE when the issuer's keys cannot be had. */
export interface TokenReader {
  read(token: string): Promise<TokenAnswer>;
}

/** What a token must say. */
export interface Expected {
  readonly issuer: string;
  readonly audience: string;
}

/** Longest token that is looked at, in characters; what issuers sign is a fraction of it. */
export const LONGEST_TOKEN = 8_192;

/** Signatures with a public key alone: with a shared secret whoever checks a token could make one. */
const ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'Ed25519',
  'EdDSA',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];
/** Kinds of tokens that sign somebody in; evidence packs and whatever else is signed are none. */
const TYPES = /^(application\/)?(jwt|at\+jwt)$/i;
/** How far the issuer's clock and this machine's may be apart. */
const CLOCK_TOLERANCE_S = 30;
const LONGEST_SUBJECT = 255;

/** A reader over an issuer's keys. The machine's own clock decides, never the registry's. */
export function tokenReader(keys: JWTVerifyGetKey, { issuer, audience }: Expected): TokenReader {
  return {
    async read(token) {
      if (token.length > LONGEST_TOKEN) return { refused: 'TOO_BIG' };
      try {
        const { payload, protectedHeader } = await jwtVerify(token, keys, {
          issuer,
          audience,
          algorithms: ALGORITHMS,
          clockTolerance: CLOCK_TOLERANCE_S,
          requiredClaims: ['exp', 'sub'],
        });
        const { typ = 'JWT' } = protectedHeader;
        if (!TYPES.test(typ)) return { refused: 'WRONG_TYPE' };
        const { sub: subject = '' } = payload;
        if (subject === '' || subject.length > LONGEST_SUBJECT) return { refused: 'MALFORMED' };
        return { signedIn: { issuer, subject } };
      } catch (error) {
        return { refused: faultOf(error) };
      }
    },
  };
}

/** What is wrong with a token, by the error that checking it raised; an error of another origin is thrown on. */
function faultOf(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'EXPIRED';
  if (error instanceof errors.JWTClaimValidationFailed) return claimFault(error.claim, error.reason);
  if (error instanceof errors.JOSEAlgNotAllowed) return 'WRONG_ALGORITHM';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return 'UNKNOWN_KEY';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'WRONG_SIGNATURE';
  if (error instanceof errors.JOSEError) return 'MALFORMED';
  throw error;
}

function claimFault(claim: string, reason: string): TokenFault {
  if (reason === 'missing') return 'CLAIM_MISSING';
  if (reason !== 'check_failed') return 'MALFORMED';
  if (claim === 'iss') return 'WRONG_ISSUER';
  if (claim === 'aud') return 'WRONG_AUDIENCE';
  return claim === 'nbf' ? 'NOT_YET_VALID' : 'MALFORMED';
}
