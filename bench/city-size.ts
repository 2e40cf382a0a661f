import { IDS } from './city/shape.ts';
import { inTurn } from './stand/pairs.ts';
import { lineage } from './stand/question.ts';
import { report, short, spread } from './stand/report.ts';
import { registryServer } from './stand/servers.ts';

/** The same questions, with answers of the same size, of two cities: does the size of the city matter? */
const questions = [1, 5, 10].map((depth) => lineage(`upstream, depth ${depth}`, IDS.probe, 'UPSTREAM', depth));

const { BENCH_SMALL_HOME: small, BENCH_LARGE_HOME: large } = process.env;
if (small === undefined || large === undefined) {
  console.error('BENCH_SMALL_HOME and BENCH_LARGE_HOME name the homes of two running graphs');
  process.exitCode = 64;
} else {
  await using near = await registryServer({ ...process.env, SHUYUAN_HOME: small });
  await using far = await registryServer({ ...process.env, SHUYUAN_HOME: large });
  const rows: string[][] = [];
  for (const { name, query, variables } of questions) {
    const answers = [await near.post(query, variables), await far.post(query, variables)];
    const vertices = answers.map((answer) => answer.split('"upstreamCount"').length - 1);
    const runs = [near, far].map((server) => () => server.post(query, variables));
    const { times, ratios } = await inTurn(runs);
    rows.push([name, vertices.join(' and '), spread(times[0]!), spread(times[1]!), short(ratios[1]!)]);
  }
  const header = ['question', 'vertices', 'small city, HTTP ms', 'large city, HTTP ms', 'large ÷ small'];
  report('The same question in a small and a large city', 'sizes', header, rows);
}
