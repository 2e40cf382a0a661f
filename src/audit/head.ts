import { hash } from 'node:crypto';
import { CompactSign, compactVerify, decodeProtectedHeader, errors } from 'jose';
import { z } from 'zod';
import { canonicalJson } from '../foundation/json.ts';
import type { SealKey, TrustedKeys } from './seal-key.ts';

/** A tree head 树头: so many records, in this order, and no others. */
export interface Head {
  /** The log that it is of. */
  readonly log: string;
  /** How many records it covers. */
  readonly size: number;
  /** The root over them, base64url. */
  readonly root: string;
  /** When it was signed, by the real clock, epoch milliseconds. */
  readonly at: number;
  /** Digest of the head before it; null: it is the first. */
  readonly previous: string | null;
}

/** What a head's token says it is. */
export const HEAD_TYPE = 'shuyuan-head+jws';
const ALGORITHM = 'EdDSA';

const head = z.strictObject({
  log: z.string(),
  size: z.int().positive(),
  root: z.string().length(43),
  at: z.int(),
  previous: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
});

/** Signs a text as a JWS of a type, compact. */
export async function signed(payload: string, type: string, key: SealKey): Promise<string> {
  return new CompactSign(Buffer.from(payload))
    .setProtectedHeader({ alg: ALGORITHM, typ: type, kid: key.id })
    .sign(key.privateKey);
}

/** Signs a head 签发树头. */
export function signHead(of: Head, key: SealKey): Promise<string> {
  return signed(canonicalJson(of), HEAD_TYPE, key);
}

/** The digest by which the next head names this one. */
export function headDigest(jws: string): string {
  return hash('sha256', jws, 'base64url');
}

/** Why a signed text cannot be relied on. */
export type SignatureFault = 'NOT_SIGNED_TEXT' | 'UNKNOWN_KEY' | 'WRONG_SIGNATURE';

/** Checks a signed text of a type against the keys that are trusted; its payload, or why it cannot be relied on. */
export async function opened(
  jws: string,
  type: string,
  keys: TrustedKeys,
): Promise<{ payload: string } | { fault: SignatureFault }> {
  try {
    const { alg, typ, kid } = decodeProtectedHeader(jws);
    if (alg !== ALGORITHM || typ !== type || kid === undefined) return { fault: 'NOT_SIGNED_TEXT' };
    const key = keys.get(kid);
    if (key === undefined) return { fault: 'UNKNOWN_KEY' };
    // A signature has one spelling: its last letter has bits that say nothing.
    const signature = jws.split('.')[2] ?? '';
    if (Buffer.from(signature, 'base64url').toString('base64url') !== signature) return { fault: 'NOT_SIGNED_TEXT' };
    const { payload } = await compactVerify(jws, key, { algorithms: [ALGORITHM] });
    return { payload: Buffer.from(payload).toString() };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return { fault: 'WRONG_SIGNATURE' };
    if (error instanceof errors.JOSEError || error instanceof TypeError) return { fault: 'NOT_SIGNED_TEXT' };
    throw error;
  }
}

/** Checks a signed head; what it says, or why it cannot be relied on. */
export async function openHead(jws: string, keys: TrustedKeys): Promise<Head | { fault: SignatureFault }> {
  const found = await opened(jws, HEAD_TYPE, keys);
  if ('fault' in found) return found;
  return readHead(found.payload) ?? { fault: 'NOT_SIGNED_TEXT' };
}

/** What a head says, its signature unchecked; null for a text that is none. */
export function peekHead(jws: string): Head | null {
  const [, payload] = jws.split('.');
  return payload === undefined ? null : readHead(Buffer.from(payload, 'base64url').toString());
}

function readHead(payload: string): Head | null {
  try {
    const said = head.safeParse(JSON.parse(payload));
    return said.success ? said.data : null;
  } catch {
    return null;
  }
}
