import type { LoadReport } from '../exchange/bundle/load.service.ts';

/** A load's report in words for a person. */
export function reportInWords(report: LoadReport, dryRun: boolean): string {
  const { created, updated, unchanged, refused, refusals, warnings } = report;
  const lines = [
    ...refusals.map(({ message }) => message),
    ...(refused > refusals.length ? [`… 另有未列出的行 and more lines that are not listed`] : []),
    ...warnings.map(({ message }) => `警告 warning ${message}`),
  ];
  const kinds = Object.entries(report.byKind).filter(([, count]) => count.created + count.updated > 0);
  for (const [kind, count] of kinds) lines.push(`  ${kind}: +${count.created} ~${count.updated} =${count.unchanged}`);
  const sum = `新增 created ${created}, 更新 updated ${updated}, 未变 unchanged ${unchanged}, 拒绝 refused ${refused}`;
  const outcome = report.written
    ? `装载完成。Loaded: ${sum}`
    : dryRun && refused === 0
      ? `试运行，未写入。Dry run, nothing written: ${sum}`
      : `未写入任何内容。Nothing was written: ${sum}`;
  return [...lines, outcome, ...(report.written ? [currency(report)] : [])].join('\n');
}

/** Whether what the rules find stands as the registry stands now 核算是否最新. */
function currency({ findingsPending }: LoadReport): string {
  return findingsPending
    ? '合规问题和计算级别尚待更新：服务在运行则由其随后更新，否则在下次启动或装载时更新。Findings and levels are pending: a running server brings them up to date, else its next start or the next load does.'
    : '合规问题和计算级别已是最新。Findings and levels are current.';
}
