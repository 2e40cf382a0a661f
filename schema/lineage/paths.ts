import { type Path, type PathProof as Proof, pathsBetween } from '#src/lineage/paths.service.ts';
import { builder } from '../builder.ts';
import { LineageEdge, LineageVertex } from './lineage.ts';

const PathOutcome = builder.enumType('PathOutcome', {
  description: 'Whether one asset is made from another 溯源结论.',
  values: {
    FOUND: { description: 'There is a path 有路径.' },
    NO_PATH: { description: 'Surely none 确无路径.' },
    CUT: { description: 'The search ended before it knew all 未查完.' },
  } as const,
});

const LineagePath = builder.objectRef<Path>('LineagePath').implement({
  description: 'A simple directed path 路径.',
  fields: (t) => ({
    length: t.exposeInt('length', { nullable: false, description: 'Edges 边数.' }),
    vertices: t.expose('vertices', { type: [LineageVertex], nullable: false, description: 'Along the way 节点.' }),
    edges: t.expose('edges', {
      type: [LineageEdge],
      nullable: false,
      description: 'Every flow of each hop, as evidence 各段数据流.',
    }),
  }),
});

const PathProof = builder.objectRef<Proof>('PathProof').implement({
  description: 'Proof that one asset is made from another, or that it is not 溯源证明.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: PathOutcome, nullable: false, description: 'The answer 结论.' }),
    paths: t.expose('paths', { type: [LineagePath], nullable: false, description: 'Shortest first 路径.' }),
  }),
});

builder.queryField('lineagePaths', (t) =>
  t.field({
    type: PathProof,
    nullable: false,
    description:
      'Is `to` made from `from` 溯源路径? Up to k (at most 50) shortest simple directed paths by vertices (parallel flows are evidence of one hop), or a sure no, or CUT.',
    args: {
      from: t.arg.id({ required: true, description: 'The upper asset 上游资产.' }),
      to: t.arg.id({ required: true, description: 'The lower asset 下游资产.' }),
      k: t.arg.int({ required: true, defaultValue: 3, description: 'Paths at most 路径数, 1 to 50.' }),
      asOf: t.arg({ type: 'DateTime', description: 'Flows in force at this moment 生效时点; default now.' }),
      knownAt: t.arg({ type: 'DateTime', description: 'As the registry knew it then 知晓时点; default now.' }),
    },
    resolve: (_root, question, { desk }) => pathsBetween(desk, question),
  }),
);
