import {
  type AccountPage,
  accountFor,
  accountsFor,
  appointmentFrom,
  closeAccount,
  type ListedAccount,
  openAccount,
  subjectFrom,
} from '#src/access/account.service.ts';
import type { Outcome } from '#src/access/decision.ts';
import { accountRoles } from '#src/identity/role.ts';
import type { SignedIn } from '#src/identity/token.ts';
import { builder } from '../builder.ts';
import { pageInfo } from '../page.ts';
import { Refusal } from '../refusal.ts';

const AccountRole = builder.enumType('AccountRole', {
  description:
    'What somebody who signs in can be to the registry 账号角色; docs/permissions.md tells what each may do.',
  values: accountRoles,
});

const ISSUER = 'Who issues the tokens 签发者, `iss`.';
const SUBJECT = 'Whom the tokens name 登录标识, `sub`.';
const KEY = 'Names this request: sent again within a week it gets the first answer and does nothing more 幂等键.';

export const Account = builder.objectRef<ListedAccount>('Account').implement({
  description: 'What the registry lets somebody who signs in be 账号.',
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'As the audit log names it 编号.',
      resolve: ({ id }) => `Account:${id}`,
    }),
    issuer: t.exposeString('issuer', { nullable: false, description: ISSUER }),
    subject: t.exposeString('subject', { nullable: false, description: SUBJECT }),
    person: t.exposeString('person', { description: 'What people call him 姓名.' }),
    role: t.expose('role', { type: AccountRole, nullable: false, description: 'His role 角色.' }),
    openedAt: t.expose('openedAt', {
      type: 'DateTime',
      nullable: false,
      description: 'When it was opened last 开设时刻.',
    }),
    closedAt: t.expose('closedAt', { type: 'DateTime', description: 'When it was closed 停用时刻; null: it is open.' }),
  }),
});

const AccountEdge = builder.objectRef<AccountPage['edges'][number]>('AccountEdge').implement({
  description: 'An account on a page 账号项.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Where it stands in the list 游标.' }),
    node: t.expose('node', { type: Account, nullable: false, description: 'The account 账号.' }),
  }),
});

const AccountConnection = builder.objectRef<AccountPage>('AccountConnection').implement({
  description: 'One page of accounts 账号清单.',
  fields: (t) => ({
    edges: t.expose('edges', { type: [AccountEdge], nullable: false, description: 'By issuer and subject 结果.' }),
    pageInfo: t.field(pageInfo(() => false)),
  }),
});

builder.queryField('accounts', (t) =>
  t.field({
    type: AccountConnection,
    nullable: false,
    description: 'Accounts, closed ones too 查阅账号. For administrators and auditors.',
    args: {
      first: t.arg.int({ description: 'Accounts on a page 每页数, 0 to 1000; default 50.' }),
      after: t.arg.string({ description: 'Cursor of the last one of the page before 游标.' }),
    },
    resolve: (_root, question, { desk }) => accountsFor(desk, question),
  }),
);

/** What an act on the account of a subject came to. */
interface Done {
  readonly of: SignedIn;
  readonly outcome: Outcome<unknown>;
}

const payload = (name: string, chinese: string) =>
  builder.objectRef<Done>(name).implement({
    description: `What came of it ${chinese}结果.`,
    fields: (t) => ({
      account: t.field({
        type: Account,
        description: 'As it stands now 账号; null when it was refused.',
        resolve: ({ of, outcome }, _args, { desk }) => (outcome.done === null ? null : accountFor(desk, of)),
      }),
      refusals: t.field({
        type: [Refusal],
        nullable: false,
        description: 'Why not 理由; empty when it was done.',
        resolve: ({ outcome }) => outcome.refusals,
      }),
    }),
  });

const AccountOpenInput = builder.inputType('AccountOpenInput', {
  description: 'An account to open 待开设账号.',
  fields: (t) => ({
    issuer: t.string({ required: true, description: ISSUER }),
    subject: t.string({ required: true, description: SUBJECT }),
    role: t.field({ type: AccountRole, required: true, description: 'His role 角色.' }),
    person: t.string({ description: 'What people call him 姓名.' }),
    organization: t.id({
      description: 'The organization he acts for 所属机构; of clerk, reviewer, operator, developer.',
    }),
    jurisdiction: t.id({ description: 'The jurisdiction he acts in 所在行政区; else that of his organization.' }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

builder.mutationField('accountOpen', (t) =>
  t.field({
    type: payload('AccountOpenPayload', '开设账号'),
    nullable: false,
    description: 'Opens an account, or opens a closed one again 开设账号, by administrators (docs/permissions.md).',
    args: { input: t.arg({ type: AccountOpenInput, required: true, description: 'The account 账号.' }) },
    resolve: async (_root, { input: { idempotencyKey, ...said } }, { desk }) => {
      const of = subjectFrom(said);
      return { of, outcome: await openAccount(desk, { ...of, ...appointmentFrom(said) }, { idempotencyKey }) };
    },
  }),
);

const AccountCloseInput = builder.inputType('AccountCloseInput', {
  description: 'An account to close 待停用账号.',
  fields: (t) => ({
    issuer: t.string({ required: true, description: ISSUER }),
    subject: t.string({ required: true, description: SUBJECT }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

builder.mutationField('accountClose', (t) =>
  t.field({
    type: payload('AccountClosePayload', '停用账号'),
    nullable: false,
    description: 'Closes an account 停用账号: its tokens are refused at once. By administrators (docs/permissions.md).',
    args: { input: t.arg({ type: AccountCloseInput, required: true, description: 'The account 账号.' }) },
    resolve: async (_root, { input: { idempotencyKey, ...said } }, { desk }) => {
      const of = subjectFrom(said);
      return { of, outcome: await closeAccount(desk, of, { idempotencyKey }) };
    },
  }),
);
