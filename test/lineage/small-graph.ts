import { query } from '../stage/query.ts';

/** `A>B` is one flow from A to B, by one who asserts it; the same arrow again is a parallel one. */
export async function draw(...arrows: readonly string[]): Promise<void> {
  const rows = arrows.map((arrow, i) => {
    const [from, to] = arrow.split('>');
    return { from: idOf(from!), to: idOf(to!), assertedBy: `source ${i}` };
  });
  await query('MATCH (n:Asset) DETACH DELETE n');
  await query(
    `UNWIND $rows AS row
     MERGE (a:Record:Asset {id: row.from}) SET a.name = row.from
     MERGE (b:Record:Asset {id: row.to}) SET b.name = row.to
     CREATE (a)-[:FLOWS_TO {key: row.assertedBy, digest: '', kind: 'DERIVED', assertedBy: row.assertedBy,
       validFrom: 0, recordedAt: 0}]->(b)`,
    { rows },
  );
}

/** The id of an asset of a drawing. */
export function idOf(name: string): string {
  return `Dataset:${name}`;
}

/** The name in the drawing of an id. */
export function nameOf(id: string): string {
  return id.slice('Dataset:'.length);
}

/** A ladder: from each joint two ways to the next, so that 2ⁿ paths lead over n rungs. */
export function ladder(rungs: number): string[] {
  return Array.from({ length: rungs }, (_, i) => {
    const [at, next] = [`J${pad(i)}`, `J${pad(i + 1)}`];
    return [`${at}>L${pad(i)}`, `${at}>R${pad(i)}`, `L${pad(i)}>${next}`, `R${pad(i)}>${next}`];
  }).flat();
}

/** Everyone leads to everyone. */
export function clique(names: readonly string[]): string[] {
  return names.flatMap((from) => names.filter((to) => to !== from).map((to) => `${from}>${to}`));
}

const pad = (number: number) => String(number).padStart(2, '0');
