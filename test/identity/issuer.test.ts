import { describe, expect, it } from 'vitest';
import { issuerFrom } from '../../src/identity/issuer.ts';

const WHOLE = {
  SHUYUAN_JWKS_URL: 'https://sign-in.example/jwks',
  SHUYUAN_ISSUER: 'https://sign-in.example',
  SHUYUAN_AUDIENCE: 'shuyuan',
};

describe('a real issuer', () => {
  it('is configured by three variables', () => {
    const { keys, issuer, audience } = issuerFrom(WHOLE)!;
    expect([keys.href, issuer, audience]).toEqual(Object.values(WHOLE));
  });

  it.each([{}, { SHUYUAN_JWKS_URL: '', SHUYUAN_ISSUER: ' ', SHUYUAN_AUDIENCE: '' }])(
    'is not configured by none of them: %j',
    (environment) => {
      expect(issuerFrom(environment)).toBeNull();
    },
  );

  it.each(Object.keys(WHOLE))('is not configured by halves: without %s it is refused, and named', (name) => {
    expect(() => issuerFrom({ ...WHOLE, [name]: '' })).toThrow(name);
  });

  it.each(['http://127.0.0.1:8080/jwks', 'http://localhost/jwks', 'http://[::1]:8080/jwks'])(
    'may publish its keys without https on this machine: %s',
    (url) => {
      expect(issuerFrom({ ...WHOLE, SHUYUAN_JWKS_URL: url })?.keys.href).toBe(url);
    },
  );

  it.each(['http://sign-in.example/jwks', 'http://127.0.0.1.example/jwks', 'file:///etc/passwd', 'no address'])(
    'may not publish its keys where others could change them on the way: %s',
    (url) => {
      expect(() => issuerFrom({ ...WHOLE, SHUYUAN_JWKS_URL: url })).toThrow('SHUYUAN_JWKS_URL');
    },
  );

  it('may not bear the name of the development key', () => {
    expect(() => issuerFrom({ ...WHOLE, SHUYUAN_ISSUER: 'urn:shuyuan:development' })).toThrow('SHUYUAN_ISSUER');
  });
});
