import { join } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { type SealKey, sealKey } from '../audit/seal-key.ts';
import { startSealer } from '../audit/sealer.service.ts';
import { embedderOf, employEmbedder } from '../collection/embedder.ts';
import { startEmbedding } from '../collection/title-vectors.service.ts';
import { isEvaluated } from '../compliance/evaluation.service.ts';
import { keepInMemory } from '../compliance/residence.ts';
import { loadBundle } from '../exchange/bundle/load.service.ts';
import { countEverything } from '../exchange/bundle/verify.service.ts';
import { Fault } from '../foundation/fault.ts';
import { echo } from '../foundation/text.ts';
import type { House } from '../house/house.ts';
import { KEEPER_VIEWER } from '../identity/viewer.ts';
import { shuyuanHome } from '../launcher/launcher.service.ts';
import { bearsSignIn } from '../server/guards.ts';
import { limitsFrom } from '../server/limits.ts';
import { operationsFrom } from '../server/operations.ts';
import { listen } from '../server/server.ts';
import { startDailyWork } from './daily-work.ts';
import { demoTokens } from './demo-roles.ts';
import { asCalled } from './exit.ts';
import type { Face } from './face.ts';
import { reportInWords } from './load-report.ts';
import { openRegistry } from './open.ts';
import { isLoopback, type Settings, settingsFrom } from './settings.ts';
import type { Terminal } from './terminal.ts';
import { openTokens, type Tokens } from './tokens.ts';

const CITY = join(import.meta.dirname, '../../seed/kunming');
const MOST_PORT = 65_535;

/** What a start does: whether an empty graph gets the demo city, and whether the demo roles' tokens are printed. */
interface Serve {
  readonly port: string | undefined;
  readonly empty: boolean;
  readonly demo: boolean;
}

interface Options {
  readonly port?: string;
  readonly empty?: boolean;
}

/** `shuyuan serve`: the server alone. */
export function serveCommand(face: Face, out: Terminal): Command {
  return options(new Command('serve').description('启动服务。Run the server.')).action(({ port, empty }: Options) =>
    serve(face, out, { port, empty: empty === true, demo: false }),
  );
}

/** `shuyuan start`, which is `npm start`: the server with the demo city in an empty graph. */
export function startCommand(face: Face, out: Terminal): Command {
  return options(
    new Command('start').description(
      '启动服务；空库则装入演示城市昆明。Run the server; an empty graph gets the demo city.',
    ),
  ).action(({ port, empty }: Options) => serve(face, out, { port, empty: empty === true, demo: true }));
}

function options(command: Command): Command {
  return command
    .option('--port <n>', '端口 port (default: PORT, else 4000)')
    .option('--empty', '不装入演示城市 load nothing');
}

async function serve(face: Face, out: Terminal, { port, empty, demo }: Serve): Promise<void> {
  const said = asCalled(() => portFrom(port));
  const settings = settingsFrom(said === null ? process.env : { ...process.env, PORT: said });
  if (settings.issuer === null && !isLoopback(settings.host))
    throw new Fault(
      'BAD_INPUT',
      `未配置登录时只能监听本机地址，HOST=${settings.host} 不行。Without sign-in the server listens on loopback only.`,
    );
  const home = shuyuanHome(process.env);
  const key = await sealKey(home, process.env['SHUYUAN_SEAL_KEY']);
  const house = await openRegistry(settings, out, key);
  try {
    const tokens = await openTokens(settings, process.env);
    keepInMemory(house.graph);
    if (settings.embeddings !== null) employEmbedder(house.graph, settings.embeddings);
    if (!empty) await loadCityIfEmpty(house, out);
    if (!(await isEvaluated(house)))
      out.note('合规问题和计算级别稍后更新。Findings and levels are brought up to date later.');
    const cast = demo && tokens.key !== null ? await demoTokens(house.desk(KEEPER_VIEWER), tokens.key) : null;
    await serveUntilStopped({ house, face, tokens, cast, sealing: { home, key } }, settings, out);
  } finally {
    await house.close();
  }
}

/** The port that `--port` names; null when it is not given. Throws `Fault` BAD_INPUT. */
function portFrom(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^\d{1,5}$/.test(text) || Number(text) > MOST_PORT)
    throw new Fault(
      'BAD_INPUT',
      `--port 应为 0 到 ${MOST_PORT} 的整数，而不是 ${echo(text)}。--port must be a whole number from 0 to ${MOST_PORT}.`,
    );
  return text;
}

async function loadCityIfEmpty(house: House, out: Terminal): Promise<void> {
  if ((await countEverything(house.graph)) > 0) return;
  out.note(
    '空库，装入演示城市昆明（数据为虚构）。The graph is empty: loading the demo city Kunming (conduct invented).',
  );
  const report = await loadBundle(house, [CITY], { onProgress: out.progress });
  out.note(reportInWords({ ...report, byKind: {} }, false));
}

interface Stand {
  readonly house: House;
  readonly face: Face;
  readonly tokens: Tokens;
  /** Tokens of the demo roles, in words. */
  readonly cast: string | null;
  /** With which key it seals, and where heads are kept. */
  readonly sealing: { readonly home: string; readonly key: SealKey };
}

async function serveUntilStopped(
  { house, face, tokens, cast, sealing }: Stand,
  { host, port, issuer }: Settings,
  out: Terminal,
): Promise<void> {
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination(2));
  const { server, port: bound } = await listen(
    {
      house,
      log,
      tokens: tokens.reader,
      limits: limitsFrom(process.env),
      operations: operationsFrom(process.env),
      ...(issuer === null ? {} : { mayIntrospect: bearsSignIn }),
      ...face,
    },
    { host, port },
  ).catch(portFault);
  const sealer = startSealer({ graph: house.graph, ...sealing }, (error) =>
    log.error({ err: error }, 'sealing failed'),
  );
  const embedder = embedderOf(house.graph);
  const keeping =
    embedder === null
      ? null
      : startEmbedding({ graph: house.graph, clock: house.clock, embedder }, (error) =>
          log.error({ err: error }, 'titles could not be made into vectors; checks do without'),
        );
  const daily = startDailyWork(house, {
    undone: (load) => log.warn({ load }, 'an interrupted load was taken back'),
    failed: (error) => log.error({ err: error }, 'daily work failed'),
  });
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  out.result(`数源在运行 Shuyuan is running
  GraphQL 与示例问题 GraphQL, three questions ready to run: ${address}/graphql
  就绪检查 readiness: ${address}/health/ready
  按 Ctrl+C 停止服务；图数据库继续运行，用 npx shuyuan graph stop 停止。
  Ctrl+C stops the server; the local graph runs on until: npx shuyuan graph stop${cast === null ? '' : `\n${cast}`}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  daily.stop();
  await sealer.stop();
  await keeping?.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function portFault(error: NodeJS.ErrnoException): never {
  if (error.code === 'EADDRINUSE')
    throw new Fault('UNAVAILABLE', '端口已被占用，请用 --port 换一个。The port is in use; choose another with --port.');
  if (error.code === 'EACCES')
    throw new Fault(
      'UNAVAILABLE',
      '没有权限使用该端口，请用 --port 换一个。Not allowed to use this port; choose another with --port.',
    );
  throw error;
}
