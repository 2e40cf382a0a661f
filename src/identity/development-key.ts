import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, createLocalJWKSet, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import { Fault } from '../foundation/fault.ts';
import { type TokenReader, tokenReader } from './token.ts';

/** Issuer of the tokens that this machine signs for itself 开发令牌. */
export const DEVELOPMENT_ISSUER = 'urn:shuyuan:development';

const AUDIENCE = 'urn:shuyuan:registry';
const ALGORITHM = 'EdDSA';
const FILE = 'development-key.json';
const keyForm = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string(),
  x: z.string(),
  d: z.string(),
});

/** The key of a registry without a real issuer 开发密钥: honored only while the server listens on loopback. */
export interface DevelopmentKey {
  readonly reader: TokenReader;
  /** A token for a subject, good for so many days from now. */
  sign(subject: string, days: number): Promise<string>;
}

/** The key in a home folder, made at first use, readable by its owner alone. Throws `Fault` UNAVAILABLE. */
export async function developmentKey(home: string): Promise<DevelopmentKey> {
  const file = join(home, FILE);
  const held = await keyIn(file, home);
  const { kid, kty, crv, x } = held;
  const key = await importJWK(held, ALGORITHM).catch(() => unreadable(file));
  const reader = tokenReader(createLocalJWKSet({ keys: [{ kid, kty, crv, x }] }), {
    issuer: DEVELOPMENT_ISSUER,
    audience: AUDIENCE,
  });
  return {
    reader,
    sign: (subject, days) =>
      new SignJWT()
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
        .setIssuer(DEVELOPMENT_ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(`${days} days`)
        .sign(key),
  };
}

async function keyIn(file: string, home: string): Promise<z.infer<typeof keyForm>> {
  try {
    const text = (await readOrNull(file)) ?? (await make(file, home));
    return keyForm.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return unreadable(file);
    throw new Fault(
      'UNAVAILABLE',
      `开发密钥读写不了：${file}。The development key cannot be read or written: ${file}`,
      {
        cause: error,
      },
    );
  }
}

/** Makes the key whole beside its place and then links it there: of two that start at once, both go on with one key. */
async function make(file: string, home: string): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const key = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(key);
  await mkdir(home, { recursive: true });
  const half = `${file}.${randomUUID()}.half`;
  try {
    await writeFile(half, `${JSON.stringify({ ...key, alg: ALGORITHM, kid })}\n`, { mode: 0o600, flag: 'wx' });
    await link(half, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(half, { force: true });
  }
  return readFile(file, 'utf8');
}

async function readOrNull(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

function unreadable(file: string): never {
  throw new Fault(
    'UNAVAILABLE',
    `开发密钥文件已损坏：${file}。删除它，会重新生成，旧令牌随之失效。The development key is damaged: ${file}; delete it and a new one is made.`,
  );
}
