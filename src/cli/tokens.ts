import { type DevelopmentKey, developmentKey } from '../identity/development-key.ts';
import { issuerReader } from '../identity/issuer.ts';
import type { TokenReader } from '../identity/token.ts';
import { type Environment, shuyuanHome } from '../launcher/launcher.service.ts';
import type { Settings } from './settings.ts';

/** How people sign in here: tokens of a real issuer, or of this machine's own key. */
export interface Tokens {
  readonly reader: TokenReader;
  /** Null when a real issuer is configured: nobody signs for it here. */
  readonly key: DevelopmentKey | null;
}

/** Opens what the settings say: the configured issuer, else the development key. */
export async function openTokens({ issuer }: Settings, environment: Environment): Promise<Tokens> {
  if (issuer !== null) return { reader: issuerReader(issuer), key: null };
  const key = await developmentKey(shuyuanHome(environment));
  return { reader: key.reader, key };
}
