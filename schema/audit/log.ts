import { type AuditPage, auditRecords, consistency, lastTreeHead } from '#src/audit/records.service.ts';
import { builder } from '../builder.ts';
import { pageInfo } from '../page.ts';
import { AuditRecord } from './record.ts';

const AuditRecordEdge = builder.objectRef<AuditPage['edges'][number]>('AuditRecordEdge').implement({
  description: 'A record on a page 审计记录项.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Where it stands in the list 游标.' }),
    node: t.expose('node', { type: AuditRecord, nullable: false, description: 'The record 审计记录.' }),
  }),
});

const AuditRecordConnection = builder.objectRef<AuditPage>('AuditRecordConnection').implement({
  description: 'One page of audit records 审计记录清单.',
  fields: (t) => ({
    edges: t.expose('edges', { type: [AuditRecordEdge], nullable: false, description: 'Latest first 结果.' }),
    pageInfo: t.field(pageInfo(() => false)),
  }),
});

const TreeHead = builder.objectRef<{ size: number; jws: string }>('TreeHead').implement({
  description: 'A signed head of the audit log 树头, after RFC 9162.',
  fields: (t) => ({
    size: t.exposeInt('size', { nullable: false, description: 'Records that it covers 记录数.' }),
    jws: t.exposeString('jws', {
      nullable: false,
      description:
        'Signed text 签名文本: JWS, type shuyuan-head+jws. Keep it: verify --head checks the log against it.',
    }),
  }),
});

builder.queryField('auditRecords', (t) =>
  t.field({
    type: AuditRecordConnection,
    nullable: false,
    description: 'Records of deeds, latest first 审计记录. For auditors.',
    args: {
      subject: t.arg.id({ description: 'Id of what they are about 对象.' }),
      actor: t.arg.id({ description: 'Account 账号; for who had none, issuer and subject with a space between.' }),
      act: t.arg.string({ description: 'What was done 行为, e.g. dataset:save.' }),
      from: t.arg({ type: 'DateTime', description: 'No earlier than 起.' }),
      to: t.arg({ type: 'DateTime', description: 'Earlier than 止.' }),
      first: t.arg.int({ description: 'Records on a page 每页数, 0 to 1000; default 50.' }),
      after: t.arg.string({ description: 'Cursor of the last one of the page before 游标.' }),
    },
    resolve: (_root, question, { desk }) => auditRecords(desk, question),
  }),
);

builder.queryField('treeHead', (t) =>
  t.field({
    type: TreeHead,
    description: 'The last signed head of the audit log 最新树头; null while nothing is sealed. For auditors.',
    resolve: (_root, _args, { desk }) => lastTreeHead(desk),
  }),
);

builder.queryField('consistency', (t) =>
  t.stringList({
    nullable: false,
    description:
      'Proof that the log of one size begins with that of a smaller one 一致性证明: hashes, base64url. For auditors.',
    args: {
      from: t.arg.int({ required: true, description: 'The smaller size 较早的大小.' }),
      to: t.arg.int({ required: true, description: 'The larger size 较晚的大小.' }),
    },
    resolve: async (_root, { from, to }, { desk }) => [...(await consistency(desk, from, to))],
  }),
);
