import { formatId, parseId } from '#src/foundation/id.ts';
import { versionOf } from '#src/record/entry.ts';
import type { Content } from '#src/record/kind.ts';
import { builder } from './builder.ts';
import type { BatchReading } from './context.ts';

/** Any record behind the Node interface. */
export const Node = builder.nodeInterfaceRef();

const readings = new Map<string, BatchReading<unknown>>();

/** Lets `node` find what has an id and is no record: a type, and the reading that answers for its ids. */
export function findNodes(type: string, reading: BatchReading<unknown>): void {
  readings.set(type, reading);
}

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    description:
      'Any record by its id 按编号查记录; null when it cannot be parsed, there is none, or the viewer may not know of it.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => {
      const parsed = parseId(id);
      if (parsed === null) return null;
      const reading = readings.get(parsed.type);
      const loader = reading === undefined ? context.records : context.batch(reading);
      return loader.load(formatId(parsed.type, parsed.key));
    },
  }),
);

builder.interfaceField(Node, 'version', (t) =>
  t.string({
    description: 'Names the present content 版本; a change is based on it. Null for what is no record.',
    resolve: (record) => {
      const { content } = record as unknown as { content?: Content };
      return content === undefined ? null : versionOf(content);
    },
  }),
);
