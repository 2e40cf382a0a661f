import { readdirSync, readFileSync } from 'node:fs';
import { policyOn } from '#src/clock/policy.ts';
import { profile } from '#src/clock/profile.ts';

const folder = new URL('../../seed/profiles/', import.meta.url);

/** The profiles that the product ships. */
export const profiles = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => profile.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

export const officialPolicy = policyOn(profiles, '2026-11-23');
