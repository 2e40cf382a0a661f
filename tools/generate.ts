import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { generateSdl } from './sdl.ts';
import { generateStatements } from './statements.ts';

/** Writes every generated file; with `--check` writes nothing and fails when one is not current. */
const check = process.argv.includes('--check');
const stale = [...generateStatements(), ...generateSdl()].filter(
  ({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content,
);
for (const { path, content } of stale) {
  console.log(`${check ? 'not current' : 'written'}: ${path}`);
  if (!check) writeFileSync(path, content);
}
if (check && stale.length > 0) {
  console.error('Run npm run generate and commit the result.');
  process.exit(1);
}
