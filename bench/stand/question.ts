/** A question of the bench: to the registry, and where it can be asked the same way, to `@neo4j/graphql`. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The same question nested to the depth; left out where that cannot be asked, or would not end. */
  readonly rival?: string;
  /** Less than the question asks, and cheaper: without kinds and counts. */
  readonly bareRival?: string;
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
    ...(rival && depth !== null ? { rival: nested(of, direction, depth), bareRival: bare(of, direction, depth) } : {}),
    size: ({ lineage: { vertices, edges } }: { lineage: { vertices: unknown[]; edges: unknown[] } }) =>
      `${vertices.length} vertices, ${edges.length} edges`,
  };
}

/**
 * The neighbors of neighbors …, with the kind of each flow and both counts of each vertex: the only way a schema made from
 * the graph can ask it. It is spared the moments: its answer holds flows that have ended or were retired.
 */
function nested(of: string, direction: 'UPSTREAM' | 'DOWNSTREAM', depth: number): string {
  const counted = 'aggregate { count { nodes } }';
  const [followed, other] =
    direction === 'UPSTREAM'
      ? ['upstreamConnection', 'downstreamConnection']
      : ['downstreamConnection', 'upstreamConnection'];
  let inner = `id name ${followed} { ${counted} } ${other} { ${counted} }`;
  for (let step = 0; step < depth; step++)
    inner = `id name ${followed} { ${counted} edges { properties { kind } node { ${inner} } } } ${other} { ${counted} }`;
  return `{ assets(where: { id: { eq: ${JSON.stringify(of)} } }) { ${inner} } }`;
}

/** Less than was asked: the neighbors' neighbors by id and name alone, the cheapest nested question there is. */
function bare(of: string, direction: 'UPSTREAM' | 'DOWNSTREAM', depth: number): string {
  let inner = 'id name';
  for (let step = 0; step < depth; step++) inner = `id name ${direction.toLowerCase()} { ${inner} }`;
  return `{ assets(where: { id: { eq: ${JSON.stringify(of)} } }) { ${inner} } }`;
}
