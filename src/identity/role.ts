/** Roles of those who use the registry 角色. One account has one role. */
export const roles = [
  /** Anybody, without signing in 公众. */
  'PUBLIC',
  /** Works on an organization's records 经办人. */
  'CLERK',
  /** Checks an organization's records before they leave it 审核人. */
  'REVIEWER',
  /** The data authority of a jurisdiction and what lies under it 数据主管部门. */
  'AUTHORITY',
  /** The government of a jurisdiction, which deliberates plans 本级人民政府. */
  'GOVERNMENT',
  /** A company that operates data under an agreement 运营机构. */
  'OPERATOR',
  /** A company that re-develops products 再开发主体. */
  'DEVELOPER',
  /** The registration body of a jurisdiction 登记机构. */
  'REGISTRY',
  /** Reads all, writes nothing 审计人员. */
  'AUDITOR',
  /** Keeps accounts, profiles and calendars; no domain acts 系统管理员. */
  'ADMIN',
  /** Whoever holds the machine and the database's password: the command line 登记库保管人. Never signs in. */
  'KEEPER',
] as const;

/** A role 角色. */
export type Role = (typeof roles)[number];

/** Roles that an account may have: all that sign in. */
export const accountRoles = roles.filter((role) => role !== 'PUBLIC' && role !== 'KEEPER');

/** A role that signs in 账号角色. */
export type AccountRole = (typeof accountRoles)[number];

/** Whether a word is a role that signs in. */
export function isAccountRole(word: string): word is AccountRole {
  return (accountRoles as readonly string[]).includes(word);
}

/** What an account of a role must name. */
export type Attachment = 'ORGANIZATION' | 'JURISDICTION' | 'NOTHING';

/** What a role acts for: one organization, one jurisdiction, or neither. */
export function attachmentOf(role: Role): Attachment {
  switch (role) {
    case 'CLERK':
    case 'REVIEWER':
    case 'OPERATOR':
    case 'DEVELOPER':
      return 'ORGANIZATION';
    case 'AUTHORITY':
    case 'GOVERNMENT':
    case 'REGISTRY':
      return 'JURISDICTION';
    case 'PUBLIC':
    case 'AUDITOR':
    case 'ADMIN':
    case 'KEEPER':
      return 'NOTHING';
    default:
      return role satisfies never;
  }
}
