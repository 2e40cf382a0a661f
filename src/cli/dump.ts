import { Command } from 'commander';
import { dumpBundle } from '../exchange/bundle/dump.service.ts';
import { openRegistry } from './open.ts';
import { settingsFrom } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** `shuyuan dump FOLDER` */
export function dumpCommand(out: Terminal): Command {
  return new Command('dump')
    .description(
      '导出全部内容为数据包，已排序。Write everything as a bundle, sorted, so that two dumps can be compared.',
    )
    .argument('<folder>', '空的或尚不存在的文件夹 an empty folder, or one to be made')
    .option('--json', '以 JSON 输出报告 the report as JSON')
    .action(async (folder: string, { json }: { json?: true }) => {
      const house = await openRegistry(settingsFrom(process.env), out);
      try {
        const report = await dumpBundle(house.graph, folder);
        const words = `已导出 dumped: ${report.records} 条记录 records, ${report.flows} 条数据流 flows → ${folder}`;
        out.result(json ? JSON.stringify(report, null, 2) : words);
      } finally {
        await house.close();
      }
    });
}
