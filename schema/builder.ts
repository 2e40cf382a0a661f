import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from './context.ts';

/** The one schema builder. Fields are nullable unless they say otherwise; edges, nodes and page fields never are. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    /** Epoch milliseconds inside; ISO 8601 with China's offset outside. */
    DateTime: { Input: number; Output: number };
    Json: { Input: unknown; Output: unknown };
  };
}>({
  plugins: [RelayPlugin],
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    cursorType: 'String',
    encodeGlobalID: (_type, id) => String(id),
    decodeGlobalID: (id) => ({ typename: id.slice(0, Math.max(0, id.indexOf(':'))), id }),
    edgesFieldOptions: { nullable: false },
    nodeFieldOptions: { nullable: false },
    nodeTypeOptions: {
      description:
        'Anything with an identity 有编号的记录. Ids are readable: the type’s name, a colon, the record’s key, e.g. Dataset:FR01; they are split at the first colon and compared after NFKC and trimming.',
    },
    pageInfoTypeOptions: { description: 'Where a page stands in its list 分页信息.' },
  },
});

builder.queryType({ description: 'Everything that can be asked 查询.' });
