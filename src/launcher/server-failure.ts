import { echo } from '../foundation/text.ts';
import type { Place } from './place.ts';
import { unavailable } from './unavailable.ts';

/** Why the server ended before it answered, as far as its logs tell. */
export type ServerFailure = 'PORT_TAKEN' | 'DISK_FULL' | 'DATA_IN_USE' | 'OUT_OF_MEMORY' | 'NOT_WRITABLE' | 'OTHER';

const SIGNS: readonly (readonly [ServerFailure, RegExp])[] = [
  ['DISK_FULL', /No space left on device|Disk quota exceeded/i],
  ['PORT_TAKEN', /PortBindException|Address already in use/],
  ['OUT_OF_MEMORY', /OutOfMemoryError|insufficient memory|Could not reserve enough space|Invalid maximum heap size/],
  ['NOT_WRITABLE', /AccessDeniedException|Permission denied|Read-only file system/],
  ['DATA_IN_USE', /FileLockException|has been locked by another process/],
];

/** Reads the failure out of the logs of one start. */
export function failureIn(logs: string): ServerFailure {
  return SIGNS.find(([, sign]) => sign.test(logs))?.[0] ?? 'OTHER';
}

/** The fault of a server that ended, or did not come to answer, with what to do about it. */
export function serverFault(logs: string, place: Place) {
  const failure = failureIn(logs);
  switch (failure) {
    case 'DISK_FULL':
      return unavailable(
        `磁盘已满，Neo4j 无法启动：${place.folder}。请腾出空间后重试。`,
        `The disk is full and Neo4j cannot start: ${place.folder}. Free some space and try again.`,
      );
    case 'PORT_TAKEN':
      return unavailable(
        'Neo4j 的端口屡被占用。请稍后重试。',
        'The port chosen for Neo4j was taken again and again. Try again later.',
      );
    case 'OUT_OF_MEMORY':
      return unavailable(
        '内存不足，Neo4j 无法启动。请用 SHUYUAN_GRAPH_HEAP（如 1g）调整，或腾出内存后重试。',
        'Neo4j cannot start for lack of memory. Set SHUYUAN_GRAPH_HEAP (such as 1g), or free some memory, and try again.',
      );
    case 'NOT_WRITABLE':
      return unavailable(
        `Neo4j 无法写入 ${place.folder}。请检查权限后重试。`,
        `Neo4j cannot write to ${place.folder}. Check its permissions and try again.`,
      );
    case 'DATA_IN_USE':
      return unavailable(
        `另一个 Neo4j 正在使用 ${place.folder} 的数据（可能在容器中，或此文件夹曾被移动）。请先停止它。`,
        `Another Neo4j is using the data in ${place.folder} (in a container perhaps, or the folder was moved). Stop it first.`,
      );
    case 'OTHER':
      return unavailable(
        `Neo4j 没有启动成功：${lastWord(logs) || '没有留下原因'}。日志：${place.serverLog}、${place.consoleLog}。`,
        `Neo4j did not come up: ${lastWord(logs) || 'it left no reason'}. Logs: ${place.serverLog}, ${place.consoleLog}.`,
      );
    default:
      return failure satisfies never;
  }
}

/** The innermost cause that the logs name, or else their last error. */
function lastWord(logs: string): string {
  const lines = logs.split('\n');
  const line =
    lines.findLast((text) => text.startsWith('Caused by: ')) ??
    lines.findLast((text) => /\bERROR\b|^Exception|^Error/.test(text)) ??
    '';
  return echo(
    line.replace(/^(Caused by: |Exception in thread "\w+" |[\d :.+-]+ERROR\s+)/, '').replace(/^[\w.$]+: /, ''),
  );
}
