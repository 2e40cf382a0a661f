import type { Lineage as Answer, Cut, Edge, Vertex } from '#src/lineage/answer.ts';
import { flowKinds, transforms } from '#src/lineage/flow.ts';
import { lineageOf } from '#src/lineage/lineage.service.ts';
import { builder } from '../builder.ts';
import { Asset } from './asset.ts';

export const FlowKind = builder.enumType('FlowKind', { description: 'Kind of flow 数据流类型.', values: flowKinds });
export const Transform = builder.enumType('Transform', {
  description: 'What a flow does to the data 加工方式.',
  values: transforms,
});
const LineageDirection = builder.enumType('LineageDirection', {
  description: 'Which side to look at 方向.',
  values: ['UPSTREAM', 'DOWNSTREAM', 'BOTH'] as const,
});
const LineageGrain = builder.enumType('LineageGrain', {
  description:
    'Grain of an answer 粒度. ORGANIZATION rolls assets up to who answers for them; ITEM walks from data item to data item.',
  values: ['ASSET', 'ITEM', 'ORGANIZATION'] as const,
});
const LineageCutReason = builder.enumType('LineageCutReason', {
  description: 'Why something was not followed 截断原因.',
  values: ['DEPTH', 'VERTEX_LIMIT', 'TIME', 'PERMISSION'] as const,
});

export const LineageVertex = builder.objectRef<Vertex>('LineageVertex').implement({
  description: 'A vertex of a lineage answer 血缘节点: an asset, an item or an organization.',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The record’s id; an opaque one when hidden 编号.' }),
    name: t.exposeString('name', { description: 'Name 名称; null when hidden.' }),
    upstreamDistance: t.exposeInt('upstreamDistance', {
      description: 'Edges from the start going upstream 上游距离; null when not upstream of it.',
    }),
    downstreamDistance: t.exposeInt('downstreamDistance', {
      description: 'Edges from the start going downstream 下游距离; null when not downstream of it.',
    }),
    upstreamCount: t.exposeInt('upstreamCount', {
      nullable: false,
      description: 'Direct upstream neighbors in the whole graph 上游相邻数, in this answer or not.',
    }),
    downstreamCount: t.exposeInt('downstreamCount', {
      nullable: false,
      description: 'Direct downstream neighbors in the whole graph 下游相邻数, in this answer or not.',
    }),
    hidden: t.exposeBoolean('hidden', {
      nullable: false,
      description: 'True when the viewer may know that something stands here, but not what 隐藏.',
    }),
    asset: t.field({
      type: Asset,
      description: 'The asset 资产; for ITEM the one that the item belongs to; null for organizations and when hidden.',
      resolve: ({ assetId }, _args, context) => (assetId === null ? null : context.records.load(assetId)),
    }),
  }),
});

export const LineageEdge = builder.objectRef<Edge>('LineageEdge').implement({
  description: 'A flow of a lineage answer 血缘边.',
  fields: (t) => ({
    from: t.exposeID('from', { nullable: false, description: 'Vertex it leaves 起点.' }),
    to: t.exposeID('to', { nullable: false, description: 'Vertex it reaches 终点.' }),
    kind: t.expose('kind', { type: FlowKind, nullable: false, description: 'Kind 类型.' }),
    transform: t.expose('transform', { type: Transform, description: 'What it does to the data 加工方式.' }),
    assertedBy: t.exposeString('assertedBy', {
      nullable: false,
      description: 'Who says so 声明方: an organization’s key or the importing source’s name.',
    }),
    evidence: t.exposeString('evidence', { description: 'What proves it 依据材料.' }),
    validFrom: t.expose('validFrom', { type: 'DateTime', nullable: false, description: 'In force since 生效时刻.' }),
    validTo: t.expose('validTo', { type: 'DateTime', description: 'In force until, not included 失效时刻.' }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      nullable: false,
      description: 'When the registry learnt it 登记时刻.',
    }),
    count: t.exposeInt('count', { nullable: false, description: 'How many flows this edge stands for 合并条数.' }),
  }),
});

const LineageCut = builder.objectRef<Cut>('LineageCut').implement({
  description: 'Where something was not followed 截断.',
  fields: (t) => ({
    at: t.exposeID('at', {
      description: 'Vertex whose neighbors were not followed 位置; null when it concerns the whole answer.',
    }),
    reason: t.expose('reason', { type: LineageCutReason, nullable: false, description: 'Why 原因.' }),
    missing: t.exposeInt('missing', {
      description: 'How many direct neighbors are missing there 未列出数; null when not counted or not told.',
    }),
  }),
});

const Lineage = builder.objectRef<Answer>('Lineage').implement({
  description: 'Lineage around one start 血缘.',
  fields: (t) => ({
    start: t.exposeID('start', { nullable: false, description: 'Where the walk began 起点.' }),
    vertices: t.expose('vertices', {
      type: [LineageVertex],
      nullable: false,
      description: 'Vertices, nearest first, ties by id 节点.',
    }),
    edges: t.expose('edges', {
      type: [LineageEdge],
      nullable: false,
      description: 'All flows between the vertices, each assertion by itself 边.',
    }),
    cuts: t.expose('cuts', { type: [LineageCut], nullable: false, description: 'Whatever was not followed 截断.' }),
    complete: t.exposeBoolean('complete', { nullable: false, description: 'True when nothing was cut 是否完整.' }),
    cycles: t.field({
      type: t.listRef(t.listRef('ID')),
      nullable: false,
      description: 'Groups of vertices that lie on a common cycle 环路.',
      resolve: ({ cycles }) => cycles as string[][],
    }),
  }),
});

builder.queryField('lineage', (t) =>
  t.field({
    type: Lineage,
    nullable: false,
    description:
      'Lineage around one asset 血缘查询. Distance is the number of edges along the shortest path in that direction; BOTH is the upstream walk plus the downstream walk, never a zig-zag. Whatever was not followed stands in cuts, so that an empty side means that there is nothing. An unknown id is an error with code NOT_FOUND; an item with another grain than ITEM is BAD_INPUT.',
    args: {
      of: t.arg.id({ required: true, description: 'An asset; at grain ITEM also an item 对象.' }),
      direction: t.arg({ type: LineageDirection, required: true, defaultValue: 'BOTH', description: 'Side 方向.' }),
      depth: t.arg.int({ defaultValue: 1, description: 'Edges; 0 gives the start alone, null no limit 深度.' }),
      grain: t.arg({ type: LineageGrain, required: true, defaultValue: 'ASSET', description: 'Grain 粒度.' }),
      asOf: t.arg({ type: 'DateTime', description: 'Flows in force at this moment 生效时点; default now.' }),
      knownAt: t.arg({ type: 'DateTime', description: 'As the registry knew it then 知晓时点; default now.' }),
      kinds: t.arg({ type: [FlowKind], description: 'Only flows of these kinds 限定类型; walk, edges and cycles.' }),
      maxVertices: t.arg.int({
        required: true,
        defaultValue: 500,
        description: 'Vertices at most, the start included 节点上限; 1 to 10000.',
      }),
    },
    resolve: (_root, { of, direction, depth, grain, asOf, knownAt, kinds, maxVertices }, { desk }) =>
      lineageOf(desk, { of, direction, depth: depth ?? null, grain, asOf, knownAt, kinds: kinds ?? null, maxVertices }),
  }),
);
