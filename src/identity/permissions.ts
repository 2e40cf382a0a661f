import type { Role } from './role.ts';

/** Everything that can be done 行为: one row each in the table of permissions. */
export const actions = [
  'account:open',
  'account:close',
  'account:read',
  'bundle:load',
  'organization:save',
  'element:save',
  'dataset:save',
  'flow:save',
  'finding:judge',
  'check:record',
  'collection:save',
  'duplicate:judge',
  'agency:judge',
  'lead:name',
  'audit:read',
  'evidence:issue',
] as const;

/** One thing that can be done 行为. */
export type Action = (typeof actions)[number];

/** Over whose things: nobody's, one's own organization's, those of one's jurisdiction and under it, everybody's. */
export type Reach = 'NONE' | 'OWN' | 'UNDER' | 'ALL';

/** Who may do it over whose things; roles that are left out may not. */
interface Row {
  /** What a lawyer reads. */
  readonly title: string;
  /** The provision or the reason it rests on. */
  readonly basis: string;
  readonly may: Partial<Readonly<Record<Role, Reach>>>;
}

const KEEPING = '登记库自身的管理 keeping of the registry itself';

/** The closed table: action → who → over whose things 权限表. A missing row does not compile. */
export const permissions: Readonly<Record<Action, Row>> = {
  'account:open': {
    title: '开设账号 open an account',
    basis: KEEPING,
    may: { ADMIN: 'ALL', KEEPER: 'ALL' },
  },
  'account:close': {
    title: '停用账号 close an account',
    basis: KEEPING,
    may: { ADMIN: 'ALL', KEEPER: 'ALL' },
  },
  'account:read': {
    title: '查阅账号 read accounts',
    basis: KEEPING,
    may: { ADMIN: 'ALL', AUDITOR: 'ALL', KEEPER: 'ALL' },
  },
  'bundle:load': {
    title: '批量装载 load a bundle',
    basis: KEEPING,
    may: { KEEPER: 'ALL' },
  },
  'organization:save': {
    title: '登记或修改机构 save an organization',
    basis: '第四条第一项 art. 4 (1): 统筹本行政区域内公共数据资源管理',
    may: { AUTHORITY: 'UNDER' },
  },
  'element:save': {
    title: '登记或修改数据元 save a standard element',
    basis: '第十一条 art. 11: 统一的目录编制标准',
    may: { AUTHORITY: 'ALL' },
  },
  'dataset:save': {
    title: '编制或修改目录条目 save a dataset of the catalog',
    basis: '第十一条、第十二条 arts. 11–12: 目录编制与更新',
    may: { CLERK: 'OWN', REVIEWER: 'OWN', AUTHORITY: 'UNDER' },
  },
  'flow:save': {
    title: '登记数据流 record a flow of data',
    basis: '第十一条至第十四条 arts. 11–14: 目录、收集、归集',
    may: { CLERK: 'OWN', REVIEWER: 'OWN', AUTHORITY: 'UNDER', OPERATOR: 'OWN', DEVELOPER: 'OWN' },
  },
  'finding:judge': {
    title: '处置发现的问题 judge a finding',
    basis: '第四条第五项 art. 4 (5): 监督评估; 第五条第三项 art. 5 (3): 校核、更新',
    may: { CLERK: 'OWN', REVIEWER: 'OWN', AUTHORITY: 'UNDER', GOVERNMENT: 'UNDER' },
  },
  'check:record': {
    title: '记录收集前查重 record a check before collecting',
    basis: '第十三条 art. 13: 能共享的不重复收集',
    may: { CLERK: 'OWN', REVIEWER: 'OWN' },
  },
  'collection:save': {
    title: '登记收集 register an act of collection',
    basis: '第十三条 art. 13: 能共享的不重复收集',
    may: { CLERK: 'OWN', REVIEWER: 'OWN' },
  },
  'duplicate:judge': {
    title: '认定重复数据集 judge a pair of duplicates',
    basis: '第十三条 art. 13: 能共享的不重复收集',
    may: { CLERK: 'OWN', REVIEWER: 'OWN', AUTHORITY: 'UNDER' },
  },
  'agency:judge': {
    title: '认定机构关系 judge how two organizations lie to each other',
    basis: '第四条第一项 art. 4 (1): 统筹本行政区域内公共数据资源管理; 第十二条 art. 12: 收集、核准、提供部门',
    may: { CLERK: 'OWN', REVIEWER: 'OWN', AUTHORITY: 'UNDER' },
  },
  'lead:name': {
    title: '明确数源部门 name the source of what several collect',
    basis: '政务数据共享条例第十九条 decree 809 art. 19; 第四条第一项、第十三条 arts. 4 (1), 13: 不得重复收集',
    may: { AUTHORITY: 'UNDER' },
  },
  'audit:read': {
    title: '查阅审计日志 read the audit log',
    basis: '第四条第五项 art. 4 (5): 监督评估',
    may: { AUDITOR: 'ALL', KEEPER: 'ALL' },
  },
  'evidence:issue': {
    title: '出具证据包 issue an evidence pack',
    basis: '第四条第五项 art. 4 (5): 监督评估',
    may: { AUDITOR: 'ALL', AUTHORITY: 'UNDER', KEEPER: 'ALL' },
  },
};

/** Over whose things a role may do something. */
export function reachOf(action: Action, role: Role): Reach {
  return permissions[action].may[role] ?? 'NONE';
}
