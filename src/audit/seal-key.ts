import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject, randomUUID } from 'node:crypto';
import { appendFile, chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Fault } from '../foundation/fault.ts';

/** The key that signs tree heads and evidence packs 封存密钥, never tokens: Ed25519. */
export interface SealKey {
  /** Thumbprint of the public key after RFC 7638, base64url. */
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Public keys that are trusted, by id. */
export type TrustedKeys = ReadonlyMap<string, KeyObject>;

const OWN = 'seal-key.pem';
const TRUSTED = 'seal-keys.pem';
const BLOCK = /-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g;

/**
 * The seal key: the PEM file that `SHUYUAN_SEAL_KEY` names, else an own key in the home, made when there is none. Every
 * public key that ever sealed here is added to `seal-keys.pem`, which is what an auditor is given. Throws `Fault` BAD_INPUT.
 */
export async function sealKey(home: string, named: string | undefined): Promise<SealKey> {
  await mkdir(home, { recursive: true });
  const key = keyOf(named ? await namedKey(resolve(named)) : await ownKey(join(home, OWN)));
  await trust(home, key);
  return key;
}

/** The public keys that the home trusts: all that ever sealed in it. */
export async function trustedKeys(home: string): Promise<TrustedKeys> {
  return keysIn(await readFile(join(home, TRUSTED), 'utf8').catch(absent));
}

/** The public keys in a PEM text, by id. Those that are not Ed25519 sealed nothing and are left out. */
export function keysIn(pem: string): TrustedKeys {
  const keys = new Map<string, KeyObject>();
  for (const [block] of pem.matchAll(BLOCK)) {
    const key = publicKeyOf(block);
    if (key?.asymmetricKeyType === 'ed25519') keys.set(thumbprint(key), key);
  }
  return keys;
}

function publicKeyOf(block: string): KeyObject | null {
  try {
    return createPublicKey(block);
  } catch {
    return null;
  }
}

/** A private key with its public half and id. */
export function keyOf(privateKey: KeyObject): SealKey {
  const publicKey = createPublicKey(privateKey);
  return { id: thumbprint(publicKey), privateKey, publicKey };
}

function thumbprint(key: KeyObject): string {
  const { crv, kty, x } = key.export({ format: 'jwk' });
  return hash('sha256', JSON.stringify({ crv, kty, x }), 'base64url');
}

async function namedKey(file: string): Promise<KeyObject> {
  const pem = await readFile(file, 'utf8').catch((error: unknown) => {
    throw notAKey(file, error);
  });
  return privateKeyOf(pem, file);
}

/** Made whole beside its place and then linked to it: two that start at once agree on one key. */
async function ownKey(file: string): Promise<KeyObject> {
  const known = await readFile(file, 'utf8').catch(absent);
  if (known !== '') return privateKeyOf(known, file);
  const { privateKey } = generateKeyPairSync('ed25519');
  const half = `${file}.${randomUUID()}`;
  await writeFile(half, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flush: true });
  try {
    await link(half, file);
    await chmod(file, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(half, { force: true });
  }
  return privateKeyOf(await readFile(file, 'utf8'), file);
}

function privateKeyOf(pem: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    throw notAKey(file, error);
  }
  throw notAKey(file);
}

function notAKey(file: string, cause?: unknown): Fault {
  return new Fault(
    'BAD_INPUT',
    `封存密钥应为 Ed25519 私钥的 PEM 文件：${file}。The seal key must be a PEM file with an Ed25519 private key: ${file}`,
    { cause },
  );
}

async function trust(home: string, { id, publicKey }: SealKey): Promise<void> {
  if ((await trustedKeys(home)).has(id)) return;
  await appendFile(join(home, TRUSTED), publicKey.export({ format: 'pem', type: 'spki' }));
}

function absent(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
