import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Generated, generateStatements } from './statements.ts';

/** Writes every generated file; with `--check` writes nothing and fails when one is not current. */
const check = process.argv.includes('--check');
let stale = 0;

function settle(files: readonly Generated[]): void {
  for (const { path, content } of files) {
    if (existsSync(path) && readFileSync(path, 'utf8') === content) continue;
    stale++;
    console.log(`${check ? 'not current' : 'written'}: ${path}`);
    if (!check) writeFileSync(path, content);
  }
}

// The rest is read off the program, which imports the statements: they come first.
settle(generateStatements());
const { generateSdl } = await import('./sdl.ts');
const { generateVocabulary } = await import('./vocabulary.ts');
const { generateRules } = await import('./rules.ts');
const { generateGraph } = await import('./graph.ts');
const { generatePermissions } = await import('./permissions.ts');
settle([...generateSdl(), ...generateVocabulary(), ...generateGraph(), ...generateRules(), ...generatePermissions()]);

if (check && stale > 0) {
  console.error('Run npm run generate and commit the result.');
  process.exit(1);
}
