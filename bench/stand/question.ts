/** A question of the bench: to the registry, and where it can be asked the same way, to `@neo4j/graphql`. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The same question nested to the depth; left out where that cannot be asked, or would not end. */
  readonly rival?: string;
  /** What to print of the answer. */
  readonly size?: (answer: never) => string;
}

/** The selection that all lineage questions share. */
const VERTICES = 'vertices { id name upstreamDistance downstreamDistance upstreamCount downstreamCount }';

/** Lineage of one asset, with vertices and edges. `depth` null: no limit. */
export function lineage(
  name: string,
  of: string,
  direction: 'UPSTREAM' | 'DOWNSTREAM',
  depth: number | null,
  { maxVertices = 5_000, rival = false }: { maxVertices?: number; rival?: boolean } = {},
): Question {
  return {
    name,
    query: `query ($of: ID!, $direction: LineageDirection!, $depth: Int, $maxVertices: Int!) {
      lineage(of: $of, direction: $direction, depth: $depth, maxVertices: $maxVertices) { ${VERTICES} edges { from to kind } } }`,
    variables: { of, direction, depth, maxVertices },
    ...(rival && depth !== null ? { rival: nested(of, direction, depth) } : {}),
    size: ({ lineage: { vertices, edges } }: { lineage: { vertices: unknown[]; edges: unknown[] } }) =>
      `${vertices.length} vertices, ${edges.length} edges`,
  };
}

/** The neighbors of neighbors …, with the kind of each flow: the only way a schema made from the graph can ask it. */
function nested(of: string, direction: 'UPSTREAM' | 'DOWNSTREAM', depth: number): string {
  const field = direction === 'UPSTREAM' ? 'upstreamConnection' : 'downstreamConnection';
  let inner = 'id name';
  for (let step = 0; step < depth; step++)
    inner = `id name ${field} { edges { properties { kind } node { ${inner} } } }`;
  return `{ assets(where: { id: { eq: ${JSON.stringify(of)} } }) { ${inner} } }`;
}
