import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** One import or re-export of a source file. */
export interface Arrow {
  /** The file that imports. */
  readonly from: string;
  /** The file that is imported, or the name of a package. */
  readonly to: string;
  readonly package: boolean;
}

/** Source files of some shelves, `src/lineage/walk.ts` …, in order of name. */
export function sources(...shelves: readonly string[]): string[] {
  return globSync(
    shelves.map((shelf) => `${shelf}/**/*.{ts,mjs}`),
    { exclude: ['**/node_modules/**'] },
  ).sort();
}

const STATEMENT = /^(?:import|export)\s+(?:[^'";]*?\s+from\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

/** Every import, re-export and `import()` of a file, those of types included. */
export function arrowsOf(file: string): Arrow[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(STATEMENT), ...text.matchAll(DYNAMIC)].map(([, to = '']) => arrow(file, to));
}

function arrow(from: string, to: string): Arrow {
  if (to.startsWith('.')) return { from, to: join(dirname(from), to), package: false };
  if (to.startsWith('#')) return { from, to: to.slice(1), package: false };
  return { from, to: packageOf(to), package: true };
}

function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/** The shelf a file stands on: `src/lineage/walk.ts` is on `src`. */
export function shelfOf(file: string): string {
  return file.slice(0, file.indexOf('/'));
}

/** The room a file stands in, null for the few files that stand on a shelf itself: `schema/builder.ts`. */
export function roomOf(file: string): string | null {
  const [, room, inside] = file.split('/');
  return inside === undefined ? null : room!;
}

/** Groups of files that import each other in a circle, be it only for a type. */
export function circles(arrows: readonly Arrow[]): string[][] {
  const next = Map.groupBy(
    arrows.filter((one) => !one.package),
    ({ from }) => from,
  );
  const reach = (start: string) => {
    const seen = new Set<string>();
    for (const open = [start]; open.length > 0; )
      for (const { to } of next.get(open.pop()!) ?? []) if (!seen.has(to)) seen.add(to) && open.push(to);
    return seen;
  };
  const reached = new Map([...next.keys()].map((file) => [file, reach(file)]));
  return [...reached].filter(([file, all]) => all.has(file)).map(([file, all]) => [file, ...all].sort());
}
