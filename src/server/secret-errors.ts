import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** As a bundle's line that cannot be read: what speaks of secrecy, or may spell it otherwise, is not told again. */
const MAY_HOLD_SECRET = /secrecy|\\u/i;

/**
 * Where a question may hold a record that is marked secret 涉密, its own mistakes are told without the words in which GraphQL tells
 * them, for these repeat what was sent. Faults and refusals repeat nothing and stay as they are.
 */
export function secretErrors(): Plugin {
  const marked = new WeakSet<Request>();
  return {
    onParams({ request, params }) {
      if (MAY_HOLD_SECRET.test(JSON.stringify([params.query, params.variables]).normalize('NFKC'))) marked.add(request);
    },
    onResultProcess({ request, result, setResult }) {
      if (!marked.has(request) || !('errors' in result) || result.errors === undefined) return;
      setResult({ ...result, errors: result.errors.map(withoutWords) });
    },
  };
}

function withoutWords(error: GraphQLError): GraphQLError {
  const { code = '' } = error.extensions;
  if (code !== '' && !String(code).startsWith('GRAPHQL_')) return error;
  const message =
    '请求有误；其中可能有涉密内容，不予复述。The question is wrong; what it says may be secret and is not told again.';
  return new GraphQLError(message, { nodes: error.nodes, path: error.path, extensions: error.extensions });
}
