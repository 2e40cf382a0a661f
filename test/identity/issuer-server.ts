import { createServer } from 'node:http';
import { calculateJwkThumbprint, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';

/** A key pair of an issuer. */
export interface IssuerKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly open: JWK;
  /** The public key as PEM, as anybody may have it. */
  readonly pem: string;
}

/** What a token says beside the usual; null leaves a claim out. */
export interface Said {
  readonly iss?: string | null;
  readonly aud?: string | null;
  readonly sub?: string | null;
  /** Seconds from now. */
  readonly exp?: number | null;
  readonly nbf?: number;
  readonly typ?: string;
  readonly kid?: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** An issuer as cities run one: an address of public keys, and tokens that it signs. */
export interface TestIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: URL;
  /** Keys that are published; set it to rotate them. */
  published: readonly IssuerKey[];
  /** False: the address answers nothing but 500. */
  up: boolean;
  /** How often the keys were asked for. */
  fetches: number;
  sign(key: IssuerKey, said?: Said): Promise<string>;
  stop(): Promise<void>;
}

/** A new key pair. */
export async function newKey(): Promise<IssuerKey> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const open = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(open);
  return { kid, privateKey, open: { ...open, kid, alg: 'ES256', use: 'sig' }, pem: await exportSPKI(publicKey) };
}

/** Seconds since 1970, some from now. */
export function seconds(fromNow: number): number {
  return Math.floor(Date.now() / 1000) + fromNow;
}

/** Runs an issuer on this machine with one key. */
export async function testIssuer(first: IssuerKey): Promise<TestIssuer> {
  const server = createServer((_request, response) => {
    running.fetches++;
    response.writeHead(running.up ? 200 : 500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: running.published.map(({ open }) => open) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const running: TestIssuer = {
    issuer: 'https://sign-in.example',
    audience: 'shuyuan',
    keys: new URL(`http://127.0.0.1:${port}/jwks`),
    published: [first],
    up: true,
    fetches: 0,
    sign: (key, { exp = 300, nbf, typ, kid = key.kid, more = {}, ...rest } = {}) => {
      const { iss, aud, sub } = { iss: running.issuer, aud: running.audience, sub: 'somebody', ...rest };
      const claims = { iss, aud, sub, ...more, exp: exp === null ? null : seconds(exp), nbf: nbf && seconds(nbf) };
      const said = Object.fromEntries(Object.entries(claims).filter(([, value]) => value != null));
      return new SignJWT(said).setProtectedHeader({ alg: 'ES256', kid, ...(typ && { typ }) }).sign(key.privateKey);
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return running;
}
