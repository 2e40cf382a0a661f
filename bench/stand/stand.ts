import { systemClock } from '../../src/calendar/clock.ts';
import { connect, type Graph } from '../../src/graph/graph.service.ts';
import { statement } from '../../src/graph/statement.ts';
import { openHouse } from '../../src/house/house.ts';
import { inTurn, type Run } from './pairs.ts';
import type { Question } from './question.ts';
import { report, short, spread } from './report.ts';
import { addressOf, registryServer, rivalServer } from './servers.ts';
import { ask, hitsOf, replay } from './statements.ts';

const HEADER = [
  'question',
  'answer',
  'db hits',
  'HTTP ms',
  'Bolt ms',
  'HTTP ÷ Bolt',
  '@neo4j/graphql ms',
  'it ÷ HTTP',
  'bare ms',
  'bare ÷ HTTP',
];

/** Asks questions over HTTP, the same statements over Bolt and the same of @neo4j/graphql, in turn; prints a table. */
export async function bench(title: string, questions: readonly Question[]): Promise<void> {
  const address = await addressOf(process.env);
  const graph = connect(address);
  const { house } = await openHouse(graph, systemClock);
  await using registry = await registryServer(process.env);
  await using rival = questions.some((question) => question.rival) ? await rivalServer(address) : null;
  try {
    const rows: string[][] = [];
    const row = async (question: Question): Promise<string[]> => {
      const { statements, answer } = await ask(house, question);
      const runs: Run[] = [
        () => registry.post(question.query, question.variables),
        () => replay(graph, statements),
        ...[question.rival, question.bareRival].flatMap((query) =>
          rival === null || query === undefined ? [] : [() => rival.post(query, {})],
        ),
      ];
      const { times, ratios } = await inTurn(runs);
      const hits = [...(await hitsOf(graph, statements)).values()].reduce((sum, count) => sum + count, 0);
      return [
        question.name,
        question.size?.(answer as never) ?? '',
        String(hits),
        spread(times[0]!),
        spread(times[1]!),
        (1 / ratios[1]!).toFixed(2),
        ...[2, 3].flatMap((i) => (times[i] === undefined ? ['not asked', ''] : [spread(times[i]), short(ratios[i]!)])),
      ];
    };
    for (const question of questions) {
      rows.push(await row(question).catch((error: Error) => [question.name, `not answered: ${error.message}`]));
      console.error(rows.at(-1)!.join(' | '));
    }
    report(title, await cityOf(graph), HEADER, rows);
  } finally {
    await graph.close();
  }
}

/** How many assets the city in a graph has. */
export async function cityOf(graph: Graph): Promise<string> {
  const count = statement<object, { assets: number }, 'one'>(
    'bench/count-assets',
    { mode: 'read', rows: 'one', params: {}, row: { assets: 'Integer!' } },
    'MATCH (a:Asset) RETURN count(a) AS assets',
  );
  const { assets } = await graph.read({ name: 'bench', limit: 60_000 }, (tx) => tx.run(count, {}));
  return String(assets);
}
