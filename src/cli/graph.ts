import { Command } from 'commander';
import { setHeadsAside } from '../audit/heads-file.ts';
import {
  localGraphStatus,
  resetLocalGraph,
  shuyuanHome,
  startLocalGraph,
  stopLocalGraph,
} from '../launcher/launcher.service.ts';
import type { Terminal } from './terminal.ts';

/** `shuyuan graph start|stop|status|reset`: the local Neo4j, never one named by NEO4J_URI. */
export function graphCommand(out: Terminal): Command {
  const onProgress = (message: string) => out.note(message);
  return new Command('graph')
    .description('本机 Neo4j（不涉及 NEO4J_URI 所指的库）。The local Neo4j, never one named by NEO4J_URI.')
    .addCommand(
      new Command('start').description('启动 start it').action(async () => {
        const { address } = await startLocalGraph(process.env, { onProgress });
        out.result(`图数据库在运行 running: ${address.uri}`);
      }),
    )
    .addCommand(
      new Command('stop').description('停止，数据保留 stop it; its data stays').action(async () => {
        const stopped = await stopLocalGraph(shuyuanHome(process.env), onProgress);
        out.result(stopped ? '已停止 stopped' : '未在运行 was not running');
      }),
    )
    .addCommand(
      new Command('status').description('状态 whether it runs, and where').action(async () => {
        out.result(JSON.stringify(await localGraphStatus(shuyuanHome(process.env)), null, 2));
      }),
    )
    .addCommand(
      new Command('reset').description('停止并删除其全部数据 stop it and delete all its data').action(async () => {
        const home = shuyuanHome(process.env);
        await resetLocalGraph(home, onProgress);
        const aside = await setHeadsAside(home, Date.now());
        out.result(
          aside === null ? '已清空 deleted' : `已清空；审计树头另存于 deleted; heads of its audit log kept in ${aside}`,
        );
      }),
    );
}
