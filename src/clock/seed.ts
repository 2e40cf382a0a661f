import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Profile, profile } from './profile.ts';

const FOLDER = join(import.meta.dirname, '../../seed/profiles');

/** The profiles of a folder, one file an instrument. */
export function readProfiles(folder = FOLDER): Profile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => profile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

let profiles: readonly Profile[] | null = null;

/** The committed profiles 规则档案; read once, for they do not change while the program runs. */
export function committedProfiles(): readonly Profile[] {
  profiles ??= readProfiles();
  return profiles;
}
