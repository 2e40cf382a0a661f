import { type EvaluationOutcome, evaluate, isEvaluatedAfterAct } from '../../src/compliance/evaluation.service.ts';
import { saveFlow } from '../../src/exchange/edit/save-flow.ts';
import type { Graph } from '../../src/graph/graph.service.ts';
import { statement } from '../../src/graph/statement.ts';
import type { House } from '../../src/house/house.ts';
import { KEEPER_VIEWER, type Viewer } from '../../src/identity/viewer.ts';
import type { Sent } from './statements.ts';

/** Datasets from all over the city, with who answers for them. */
const someDatasets = statement<Record<string, never>, { readonly id: string; readonly owner: string }, 'many'>(
  'bench/some-datasets',
  { mode: 'read', rows: 'many', params: {}, row: { id: 'String!', owner: 'String!' } },
  `MATCH (d:Dataset) WITH d ORDER BY d.id LIMIT 20000
   WITH collect(d) AS datasets UNWIND range(0, 99) AS i WITH datasets[i * 331 % size(datasets)] AS d RETURN d.id AS id, d.owner AS owner`,
);

/** A clerk of whoever answers for what a flow goes into, to whom the source is open. */
const clerkOf = (organization: string, source: string): Viewer => ({
  ...KEEPER_VIEWER,
  role: 'CLERK',
  organization,
  covered: [source],
});

/** What some work took, and what it read by which statements. */
export interface Work {
  readonly milliseconds: number;
  readonly reads: readonly Sent[];
}

export async function watched(graph: Graph, work: () => Promise<unknown>): Promise<Work> {
  const reads: Sent[] = [];
  const stop = graph.listen((name, { query: { text, parameters } }) => {
    if (!/\b(SET|CREATE|MERGE|DELETE)\b/.test(text)) reads.push({ name, text, params: parameters });
  });
  const begun = performance.now();
  await work().finally(stop);
  return { milliseconds: performance.now() - begun, reads };
}

/** All rules over everything, as if nothing had been evaluated before. */
export async function fullRun({ graph, clock }: House): Promise<Work> {
  await graph.command('MATCH (e:Evaluation) SET e.generation = -1');
  let outcome = 'CURRENT' as EvaluationOutcome;
  const work = await watched(graph, async () => {
    outcome = await evaluate({ graph, clock });
  });
  if (outcome !== 'EVALUATED') throw new Error(`the registry is not evaluated: ${outcome}`);
  return work;
}

/** Acts that record one flow each, far from one another: how long the act took, and how long until all was current again. */
export async function* acts(house: House, count: number): AsyncGenerator<{ acting: number; evaluating: Work }> {
  const datasets = await house.graph.read({ name: 'bench', limit: 60_000 }, (tx) => tx.run(someDatasets, {}));
  for (let i = 0; i < count; i++) {
    const [{ id: from }, { id: to, owner }] = [datasets[i * 2]!, datasets[i * 2 + 1]!];
    const assertedBy = owner.slice('Organization:'.length);
    const content = { from, to, kind: 'DERIVED', assertedBy, validFrom: '2024-01-01T00:00:00+08:00' };
    const begun = performance.now();
    const { refusals } = await saveFlow(house.desk(clerkOf(owner, from)), { content });
    if (refusals.length > 0) throw new Error(refusals[0]!.message);
    const acting = performance.now() - begun;
    const evaluating = await watched(house.graph, async () => {
      if (!(await isEvaluatedAfterAct(house))) throw new Error('findings are left for later');
    });
    yield { acting, evaluating };
  }
}
