import { Command, Option } from 'commander';
import { loadBundle } from '../exchange/bundle/load.service.ts';
import { loadPortal } from '../exchange/portal/load-portal.service.ts';
import { EXIT } from './exit.ts';
import { reportInWords } from './load-report.ts';
import { openRegistry } from './open.ts';
import { sealDone } from './sealing.ts';
import { settingsFrom } from './settings.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly format: 'bundle' | 'portal';
  readonly skipInvalid?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `shuyuan load PATH…` */
export function loadCommand(out: Terminal, ended: (exit: number) => void): Command {
  return new Command('load')
    .description(
      '装载数据包：文件或文件夹；有一处错误则什么也不写。Load bundles, files or folders; one error and nothing is written.',
    )
    .argument('<path...>', '*.jsonl, *.jsonl.gz 或文件夹 or folders (docs/bundle.md)')
    .addOption(
      new Option('--format <format>', '格式：bundle 数据包；portal 开放平台目录 records of open-data portals')
        .choices(['bundle', 'portal'])
        .default('bundle'),
    )
    .option('--skip-invalid', '写入有效部分，列出略去的行 write what is valid, list what was left out')
    .option('--dry-run', '只校验和计数 check and count, write nothing')
    .option('--json', '以 JSON 输出报告 the report as JSON')
    .action(async (paths: string[], { format, skipInvalid = false, dryRun = false, json }: Options) => {
      const house = await openRegistry(settingsFrom(process.env), out);
      try {
        const load = format === 'portal' ? loadPortal : loadBundle;
        const report = await load(house, paths, { skipInvalid, dryRun, onProgress: out.progress });
        out.endProgress();
        out.result(json ? JSON.stringify(report, null, 2) : reportInWords(report, dryRun));
        if (report.written) await sealDone(house, out);
        if (report.refused > 0 && !skipInvalid) ended(EXIT.REFUSED);
      } finally {
        await house.close();
      }
    });
}
