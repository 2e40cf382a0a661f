import { type FlowRisk as Answer, flowRiskOf, type LevelChange } from '#src/compliance/flow-risk.service.ts';
import type { Held } from '#src/record/record.service.ts';
import { builder } from '../builder.ts';
import { Asset } from '../lineage/asset.ts';
import { FlowKind, Transform } from '../lineage/lineage.ts';
import { Finding } from './finding.ts';

const PlannedLevel = builder.objectRef<LevelChange>('PlannedLevel').implement({
  description: 'A computed level that would be another one 级别预判.',
  fields: (t) => ({
    asset: t.field({
      type: Asset,
      description: 'The asset 数据资产; null when the viewer may not see it.',
      resolve: async ({ asset }, _args, context) => (await context.records.load(asset)) as Held | null,
    }),
    before: t.exposeInt('before', { description: 'As it is 现计算级别.' }),
    after: t.exposeInt('after', { description: 'As it would be 预计级别.' }),
  }),
});

const FlowRisk = builder.objectRef<Answer>('FlowRisk').implement({
  description: 'What would come of a planned flow 拟建数据流风险, as far as the viewer would be told of it.',
  fields: (t) => ({
    findings: t.expose('findings', {
      type: [Finding],
      nullable: false,
      description:
        'Findings that would appear, or become graver 将出现的问题, with their evidence; none of them is kept.',
    }),
    levels: t.expose('levels', {
      type: [PlannedLevel],
      nullable: false,
      description: 'Computed levels that would be others 级别变化.',
    }),
  }),
});

builder.queryField('flowRisk', (t) =>
  t.field({
    type: FlowRisk,
    nullable: false,
    description:
      'What if this data went there? 拟建数据流风险预判: for whoever answers for the target, and the authority over it. Nothing is written.',
    args: {
      from: t.arg.id({ required: true, description: 'Id of the asset that would give data 来源.' }),
      to: t.arg.id({ required: true, description: 'Id of the asset that would take it 去向.' }),
      kind: t.arg({ type: FlowKind, required: true, description: 'Kind of flow 数据流类型.' }),
      transform: t.arg({ type: Transform, description: 'What it would do to the data 加工方式.' }),
      items: t.arg.stringList({ description: 'Items of the source that it would take 取用信息项; all if absent.' }),
    },
    resolve: (_root, planned, { desk }) => flowRiskOf(desk, planned),
  }),
);
