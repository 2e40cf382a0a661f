import type { Result, ResultSummary, Record as Row } from 'neo4j-driver';

/** Rows of a statement, and what the database says about the run. */
export interface Taken {
  readonly records: readonly Row[];
  readonly summary: ResultSummary;
}

/**
 * Takes the rows out of a result 取出结果行. A transaction keeps each of its results until it ends, and with it who observes it: if
 * rows hung there, a long transaction would hold everything that it ever read. Rows that were taken belong to the caller alone.
 */
export function takenFrom(result: Result): Promise<Taken> {
  const { promise, ...settle } = Promise.withResolvers<Taken>();
  let taker: (typeof settle & { readonly records: Row[] }) | null = { ...settle, records: [] };
  const leave = () => {
    const left = taker;
    taker = null;
    return left;
  };
  result.subscribe({
    onNext: (row) => void taker?.records.push(row),
    onCompleted: (summary) => {
      const left = leave();
      left?.resolve({ records: left.records, summary });
    },
    onError: (error) => leave()?.reject(error),
  });
  return promise;
}
