import { Command } from 'commander';
import { verifyRegistry } from '../exchange/bundle/verify.service.ts';
import { EXIT } from './exit.ts';
import { openRegistry } from './open.ts';
import { settingsFrom } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** `shuyuan verify` */
export function verifyCommand(out: Terminal, ended: (exit: number) => void): Command {
  return new Command('verify')
    .description('核对登记库：内容、关系、数据流是否自洽。Check the registry: contents, relationships and flows agree.')
    .option('--json', '以 JSON 输出报告 the report as JSON')
    .action(async ({ json }: { json?: true }) => {
      const house = await openRegistry(settingsFrom(process.env), out);
      try {
        const report = await verifyRegistry(house.graph);
        const { records, flows, lastLoad, wrong } = report;
        const load = lastLoad === null ? '无 none' : `${lastLoad.load} ${lastLoad.state}`;
        const words = [
          `最近一次装载 last load: ${load}`,
          `已核对 checked: ${records} 条记录 records, ${flows} 条数据流 flows`,
          wrong === null ? '一致。Everything agrees.' : `第一处错误 first thing that is wrong: ${wrong}`,
        ];
        out.result(json ? JSON.stringify(report, null, 2) : words.join('\n'));
        if (wrong !== null) ended(EXIT.REFUSED);
      } finally {
        await house.close();
      }
    });
}
