import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { type ExecutionArgs, GraphQLError, NoSchemaIntrospectionCustomRule, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { costOf } from './cost.ts';
import type { Limits } from './limits.ts';

/** A question that asks more than one may: refused with status 400 and code BAD_INPUT. */
export function tooMuch(chinese: string, english: string, limit: number): GraphQLError {
  return new GraphQLError(`${chinese}超过上限 ${limit}。The question has more ${english} than ${limit}.`, {
    extensions: { code: 'BAD_INPUT', http: { status: 400 } },
  });
}

/** Refuses questions that ask too much, before anything is asked of the graph 查询限额. */
export function questionGuards(limits: Limits): Plugin[] {
  const refuse = (chinese: string, english: string, limit: number) => ({
    n: limit,
    onReject: [
      () => {
        throw tooMuch(chinese, english, limit);
      },
    ],
  });
  return [
    maxTokensPlugin(refuse('词数', 'tokens', limits.tokens)),
    maxDepthPlugin(refuse('层数', 'levels', limits.depth)),
    maxAliasesPlugin({ ...refuse('别名数', 'aliases', limits.aliases), allowList: [] }),
    maxDirectivesPlugin(refuse('指令数', 'directives', limits.directives)),
    costGuard(limits.cost),
    timeGuard(limits.seconds),
  ] as Plugin[];
}

function costGuard(limit: number): Plugin {
  return {
    onExecute({ args: { schema, document, operationName, variableValues }, setResultAndStopExecution }) {
      const cost = costOf({ schema, document, operationName, variables: variableValues ?? {} });
      if (cost > limit) setResultAndStopExecution({ errors: [tooMuch('代价', 'values to answer', limit)] });
    },
  };
}

/** Ends the wait for an answer; what it asked of the graph ends by the limits of each reading. */
function timeGuard(seconds: number): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => {
        const { promise: late, resolve } = Promise.withResolvers<object>();
        const timer = setTimeout(() => resolve({ errors: [tooLate(seconds)] }), seconds * 1000);
        return Promise.race([executeFn(args), late]).finally(() => clearTimeout(timer));
      });
    },
  };
}

function tooLate(seconds: number): GraphQLError {
  const message = `回答超过 ${seconds} 秒，请缩小范围。The answer took longer than ${seconds} s; narrow the question.`;
  return new GraphQLError(message, { extensions: { code: 'TIME_LIMIT' } });
}

/**
 * Tells the form of the API only to those who may know it 内省: to others questions about it are refused, and mistakes are
 * told without a guess at the right name. Looks at each request anew, since what was checked once is kept for all.
 */
export function introspectionGuard(may: (request: Request) => boolean): Plugin {
  return {
    onExecute({ args: { schema, document, contextValue }, setResultAndStopExecution }) {
      if (may((contextValue as { request: Request }).request)) return;
      if (validate(schema, document, [NoSchemaIntrospectionCustomRule]).length === 0) return;
      const message = '公众不能查询接口结构。The form of the API is not told to the public.';
      setResultAndStopExecution({ errors: [new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } })] });
    },
    onResultProcess({ request, result, setResult }) {
      if (may(request) || !('errors' in result) || result.errors === undefined) return;
      setResult({ ...result, errors: result.errors.map(withoutGuess) });
    },
  };
}

/** Whether somebody signed in asks; a sign-in that is not valid was refused before. */
export function bearsSignIn(request: Request): boolean {
  return request.headers.has('authorization');
}

function withoutGuess(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ ?Did you mean .*\?$/s, '');
  if (message === error.message) return error;
  return new GraphQLError(message, { nodes: error.nodes, path: error.path, extensions: error.extensions });
}
