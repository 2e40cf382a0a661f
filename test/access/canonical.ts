interface Vertex {
  readonly id: string;
  readonly hidden: boolean;
}
interface Edge {
  readonly from: string;
  readonly to: string;
}

const ROUNDS = 6;
const OPAQUE = /^Hidden:/;

/**
 * An answer with its opaque ids replaced by what stands around them, so that two answers are equal up to opaque ids exactly
 * when these are equal. Order is kept where no opaque id decides it.
 */
export function canonical(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(canonical);
  if (answer === null || typeof answer !== 'object') return answer;
  if ('vertices' in answer && 'edges' in answer) return withoutOpaque(answer as never);
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, canonical(value)]));
}

function withoutOpaque(answer: { vertices: Vertex[]; edges: Edge[] }) {
  const names = new Map(
    answer.vertices.map((vertex) => [vertex.id, OPAQUE.test(vertex.id) ? bare(vertex) : vertex.id]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const before = new Map(names);
    for (const { id } of answer.vertices) {
      if (!OPAQUE.test(id)) continue;
      const around = answer.edges
        .filter(({ from, to }) => from === id || to === id)
        .map((edge) => JSON.stringify({ ...edge, from: before.get(edge.from), to: before.get(edge.to) }));
      names.set(id, short(JSON.stringify([before.get(id), around.sort()])));
    }
  }
  const text = JSON.stringify(answer).replaceAll(/"(Hidden:[^"]+)"/g, (_whole, id: string) =>
    JSON.stringify(`Hidden ${names.get(id)}`),
  );
  const renamed = JSON.parse(text) as Record<string, unknown>;
  const sorted = Object.entries(renamed).map(([name, value]) => [name, Array.isArray(value) ? byText(value) : value]);
  return {
    ...Object.fromEntries(sorted),
    order: answer.vertices.map(({ id }) => id).filter((id) => !OPAQUE.test(id)),
  };
}

const bare = ({ id: _id, ...vertex }: Vertex) => JSON.stringify(vertex);

const byText = (values: readonly unknown[]): unknown[] =>
  values
    .map((value) => (Array.isArray(value) ? byText(value) : value))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

function short(text: string): string {
  let sum = 0;
  for (const character of text) sum = (Math.imul(sum, 31) + character.codePointAt(0)!) | 0;
  return String(sum);
}
