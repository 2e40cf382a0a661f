import { inclusions, type Proved, type Shown } from '#src/audit/records.service.ts';
import { builder } from '../builder.ts';

const AuditActor = builder.objectRef<Shown['actor']>('AuditActor').implement({
  description: 'Who did a deed 行为人.',
  fields: (t) => ({
    issuer: t.exposeString('issuer', { nullable: false, description: 'Who vouched for the sign-in 签发者.' }),
    subject: t.exposeString('subject', { nullable: false, description: 'Whom the issuer named 主体.' }),
    account: t.exposeID('account', { description: 'The account in the registry 账号.' }),
    role: t.exposeString('role', { nullable: false, description: 'The role at that moment 角色.' }),
    organization: t.exposeID('organization', { description: 'The organization 所属机构.' }),
    jurisdiction: t.exposeID('jurisdiction', { description: 'The jurisdiction 辖区.' }),
  }),
});

const AuditSubject = builder.objectRef<Shown['subjects'][number]>('AuditSubject').implement({
  description: 'What a deed was about 审计对象, which may be gone since.',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Its id 编号.' }),
    before: t.exposeString('before', { description: 'Digest of what it said before 变更前摘要.' }),
    after: t.exposeString('after', { description: 'Digest of what it said after 变更后摘要.' }),
  }),
});

const InclusionProof = builder.objectRef<Proved>('InclusionProof').implement({
  description: 'Proof that a record stands in the log 存在性证明, after RFC 9162; hashes in base64url.',
  fields: (t) => ({
    leafIndex: t.exposeInt('leaf', { nullable: false, description: 'Place of the record 叶序号, from 0 on.' }),
    treeSize: t.exposeInt('size', { nullable: false, description: 'Records that the head covers 树大小.' }),
    path: t.exposeStringList('path', { nullable: false, description: 'Hashes up to the root 路径, lowest first.' }),
    head: t.exposeString('head', {
      nullable: false,
      description: 'The signed head that it is proved for 树头, JWS.',
    }),
  }),
});

/** A record of the audit log. */
export const AuditRecord = builder.objectRef<Shown>('AuditRecord').implement({
  description: 'The record of a deed 审计记录.',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id of the deed 行为编号.' }),
    at: t.expose('at', { type: 'DateTime', nullable: false, description: 'When it was done, by the real clock 时刻.' }),
    act: t.exposeString('act', { nullable: false, description: 'What was done 行为, e.g. dataset:save.' }),
    actor: t.expose('actor', { type: AuditActor, nullable: false, description: 'Who did it 行为人.' }),
    onBehalfOf: t.exposeID('onBehalfOf', { description: 'On whose behalf 代表.' }),
    request: t.exposeString('request', { nullable: false, description: 'Id of the request 请求编号.' }),
    subjects: t.expose('subjects', { type: [AuditSubject], nullable: false, description: 'What it was about 对象.' }),
    detail: t.expose('detail', { type: 'Json', description: 'Further facts, such as counts of a load 详情.' }),
    digest: t.exposeString('digest', { nullable: false, description: 'Its leaf hash 摘要, SHA-256 after RFC 9162.' }),
    sealed: t.exposeInt('sealed', { description: 'Its place in the log 封存序号; null: about to be sealed.' }),
    inclusion: t.field({
      type: InclusionProof,
      description: 'Proof that it stands in the log under the last head 存在性证明; null until it is sealed.',
      resolve: ({ sealed }, _args, context) =>
        sealed === null ? null : context.batch(inclusions).load(String(sealed)),
    }),
  }),
});
