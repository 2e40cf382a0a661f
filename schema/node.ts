import { formatId, parseId } from '#src/foundation/id.ts';
import { versionOf } from '#src/record/entry.ts';
import type { Content } from '#src/record/kind.ts';
import { historyOf } from '#src/record/record.service.ts';
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

interface Recorded {
  readonly recordedAt: number;
  readonly replacedAt: number | null;
  readonly content: Content;
}

const RecordVersion = builder.objectRef<Recorded>('RecordVersion').implement({
  description: 'What the registry held of a record between two moments 历史版本.',
  fields: (t) => ({
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      nullable: false,
      description: 'When the registry recorded it 登记时刻.',
    }),
    replacedAt: t.expose('replacedAt', {
      type: 'DateTime',
      description: 'When it recorded better 被替换时刻; null for the present content.',
    }),
    content: t.expose('content', { type: 'Json', nullable: false, description: 'Content as in a bundle line 内容.' }),
  }),
});

builder.queryField('history', (t) =>
  t.field({
    type: [RecordVersion],
    description:
      'Every content a record has had 历史版本, oldest first, the present one last; null when there is no record.',
    args: {
      of: t.arg.id({ required: true, description: 'The record 记录.' }),
      knownAt: t.arg({ type: 'DateTime', description: 'Only what the registry held at this moment.' }),
    },
    resolve: async (_root, { of, knownAt }, { desk }) => {
      const parsed = parseId(of);
      const history = parsed && (await historyOf(desk, `${parsed.type}:${parsed.key}`));
      if (history === null) return null;
      const { now, former } = history;
      return [
        ...former.map(({ content, from, to }) => ({ recordedAt: from, replacedAt: to, content })),
        { recordedAt: now.recordedAt, replacedAt: null, content: now.content },
      ].filter(
        ({ recordedAt, replacedAt }) =>
          knownAt == null || (recordedAt <= knownAt && (replacedAt === null || knownAt < replacedAt)),
      );
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
