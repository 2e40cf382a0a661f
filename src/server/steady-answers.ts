import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Desk } from '../access/desk.ts';
import { leaveTrace } from '../access/trace.ts';

const ATTEMPTS = 3;

/**
 * Gives each request a window of its own, and asks again when the registry changed between two of its readings: one answer
 * never mixes two states of the registry. What does something is done once.
 * What is on record of a reading is written before the answer leaves.
 */
export function steadyAnswers<Asked extends object>(contextOf: (asked: Asked) => Promise<object>): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => {
        const once = getOperationAST(args.document, args.operationName)?.operation !== 'query';
        for (let attempt = 1; ; attempt++) {
          const own = (await contextOf(args.contextValue as Asked)) as { desk: Desk };
          const contextValue = Object.assign(Object.create(args.contextValue as object), own);
          const result = await executeFn({ ...args, contextValue });
          if (!once && own.desk.generations.size > 1 && attempt < ATTEMPTS) continue;
          await leaveTrace(own.desk);
          return result;
        }
      });
    },
  };
}
