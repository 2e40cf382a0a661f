import { Fault } from '../foundation/fault.ts';

/** The fault of having no graph 没有可用的图数据库: what is wrong and what to do, in one message, Chinese first. */
export function unavailable(chinese: string, english: string, cause?: unknown): Fault {
  return new Fault('UNAVAILABLE', `${chinese} ${english}`, { cause });
}

/** The same for a fault of the launcher itself: adds the other ways to a database, so that one message is enough. */
export function noLocalGraph(chinese: string, english: string, cause?: unknown): Fault {
  return unavailable(
    `${chinese}也可以启动 Docker，或用 NEO4J_URI、NEO4J_USER、NEO4J_PASSWORD 指向已有的 Neo4j。`,
    `${english} Or start Docker, or name a Neo4j of your own by NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD.`,
    cause,
  );
}

/** What the file system said, as people can act on it; null for an error that is not about files. */
export function fileFault(error: unknown, folder: string): Fault | null {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return unavailable(
        `磁盘已满：${folder}。请腾出空间后重试。`,
        `The disk is full: ${folder}. Free some space and try again.`,
        error,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return unavailable(
        `无法写入 ${folder}。请检查权限，或用 SHUYUAN_HOME 另指一个文件夹。`,
        `Cannot write to ${folder}. Check its permissions, or name another folder by SHUYUAN_HOME.`,
        error,
      );
    default:
      return null;
  }
}
