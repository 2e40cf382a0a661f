import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentToken } from '../../src/access/development.service.ts';
import type { House } from '../../src/house/house.ts';
import { developmentKey } from '../../src/identity/development-key.ts';
import type { TokenReader } from '../../src/identity/token.ts';
import { KEEPER_VIEWER } from '../../src/identity/viewer.ts';
import type { Environment } from '../../src/launcher/launcher.service.ts';

/** Questions are asked as an auditor asks them: he signs in, and sees all. */
const AUDITOR = { role: 'AUDITOR', organization: null, jurisdiction: null, person: 'bench' } as const;

/** An auditor of a house in this process, with the reader that knows his token. */
export async function auditorOf(house: House): Promise<{ tokens: TokenReader; authorization: string }> {
  const home = mkdtempSync(join(tmpdir(), 'shuyuan-bench-'));
  try {
    const key = await developmentKey(home);
    const { done } = await developmentToken(house.desk(KEEPER_VIEWER), key, AUDITOR, 1);
    return { tokens: key.reader, authorization: `Bearer ${done}` };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** An auditor of a server of its own, by its command line. */
export function auditorAt(root: string, environment: Environment): string {
  const words = ['bin/shuyuan.ts', 'token', '--role', AUDITOR.role, '--person', AUDITOR.person, '--days', '1'];
  const said = execFileSync(process.execPath, words, {
    cwd: root,
    env: environment as NodeJS.ProcessEnv,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return `Bearer ${said.trim().split('\n').at(-1)}`;
}
