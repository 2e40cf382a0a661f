import { Neo4jError } from 'neo4j-driver';
import { Fault } from '../foundation/fault.ts';

/** Whether work failed because it and another one waited for each other; it may be tried again. */
export function isDeadlock(error: unknown): boolean {
  const cause = error instanceof Fault ? error.cause : error;
  return cause instanceof Neo4jError && cause.code.endsWith('.DeadlockDetected');
}

/** Whether a statement took more memory than the database grants; the driver would try again, in vain. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.endsWith('.MemoryPoolOutOfMemoryError');
}

/**
 * What a driver's error means to who asked, whose work could take `limit` milliseconds; anything unknown is passed on
 * unchanged, to be masked and logged.
 */
export function faultOf(error: unknown, limit: number): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (isOutOfMemory(error))
    return new Fault(
      'UNAVAILABLE',
      '图数据库的内存不够做这件事，请缩小范围或加大内存（SHUYUAN_GRAPH_HEAP）。The graph has too little memory for this; narrow the question, or give it more (SHUYUAN_GRAPH_HEAP).',
      { cause: error },
    );
  if (error.code.includes('TransactionTimedOut') || error.code.endsWith('.Terminated'))
    return new Fault('TIME_LIMIT', timeLimitMessage(limit), { cause: error });
  if (error.code === 'ServiceUnavailable' || error.code === 'SessionExpired' || error.retriable)
    return new Fault('UNAVAILABLE', '图数据库暂时连不上，请稍后再试。The graph cannot be reached; try again later.', {
      cause: error,
    });
  return error;
}

function timeLimitMessage(limit: number): string {
  const seconds = limit / 1000;
  return `查询超过 ${seconds} 秒，已在数据库中终止；请缩小范围。Took longer than ${seconds} s and was ended in the database; narrow the question.`;
}
