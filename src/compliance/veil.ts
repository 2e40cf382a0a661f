import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { SealKey } from '../audit/seal-key.ts';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;
/** Texts are filled up to a multiple of so many bytes: how long one is tells nothing of what it says. */
const BLOCK = 128;

/**
 * Turns texts that name hidden records into words that only this house understands 遮蔽编号: the same text always gives the same word, so
 * that it can be asked for again, and nobody can try out which text gives a word.
 */
export interface Veil {
  /** A short word for a text, which does not hold it: the house looks among what it has for the text that gives it. */
  mark(text: string): string;
  /** A word that holds the text. */
  hide(text: string): string;
  /** What a word hides; null for one that this house did not make. */
  see(word: string): string | null;
}

const veils = new WeakMap<SealKey, Veil>();
const ofProcess = veilWith(randomBytes(32));

/** The veil of a house: servers with one seal key make the same words; without one they last as long as the process. */
export function veilOf(key: SealKey | null): Veil {
  if (key === null) return ofProcess;
  const known = veils.get(key) ?? veilWith(secretOf(key));
  veils.set(key, known);
  return known;
}

function secretOf({ privateKey }: SealKey): Buffer {
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  return Buffer.from(hkdfSync('sha256', der, '', 'shuyuan veil', 32));
}

function veilWith(secret: Buffer): Veil {
  return {
    mark: (text) => createHmac('sha256', secret).update(`mark ${text}`).digest('base64url'),
    hide(text) {
      const said = Buffer.from(text);
      const filled = Buffer.alloc(Math.ceil((said.length + 1) / BLOCK) * BLOCK);
      said.copy(filled);
      const iv = createHmac('sha256', secret).update(said).digest().subarray(0, IV);
      const cipher = createCipheriv(CIPHER, secret, iv);
      const hidden = Buffer.concat([cipher.update(filled), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    see(word) {
      const bytes = Buffer.from(word, 'base64url');
      if (bytes.length < IV + TAG + BLOCK) return null;
      try {
        const cipher = createDecipheriv(CIPHER, secret, bytes.subarray(0, IV), { authTagLength: TAG });
        cipher.setAuthTag(bytes.subarray(IV, IV + TAG));
        const filled = Buffer.concat([cipher.update(bytes.subarray(IV + TAG)), cipher.final()]);
        return filled.toString().replace(/\0+$/, '');
      } catch {
        return null;
      }
    },
  };
}
