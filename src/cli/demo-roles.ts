import type { Appointment } from '../access/account.service.ts';
import type { Desk } from '../access/desk.ts';
import { developmentToken } from '../access/development.service.ts';
import { Fault } from '../foundation/fault.ts';
import type { DevelopmentKey } from '../identity/development-key.ts';
import type { AccountRole } from '../identity/role.ts';
import { TOKEN_DAYS } from './token.ts';

/** Somebody of the demo city 演示角色: all persons are invented. */
interface DemoRole extends Appointment {
  /** Whom he works for, for people. */
  readonly where: string;
}

/** One of each role, at bodies of the demo city (seed/kunming). */
const DEMO_ROLES: readonly DemoRole[] = [
  at('CLERK', '甲经办（虚构）', '昆明市市场监督管理局', '11530100KMX0000811'),
  at('REVIEWER', '乙审核（虚构）', '昆明市市场监督管理局', '11530100KMX0000811'),
  at('AUTHORITY', '丙主管（虚构）', '昆明市数据局', '11530100KMX0000736', '530100'),
  at('GOVERNMENT', '丁政府（虚构）', '昆明市人民政府', '11530100KMX000348K', '530100'),
  at('OPERATOR', '戊运营（虚构）', '昆明示例数据运营有限公司', '91530100KMX009019B'),
  at('DEVELOPER', '己开发（虚构）', '滇池拟名科技有限公司', '91530112KMX009123U'),
  at('REGISTRY', '庚登记（虚构）', '昆明市登记机构', null, '530100'),
  at('AUDITOR', '辛审计（虚构）', '审计', null),
  at('ADMIN', '壬管理（虚构）', '系统管理', null),
];

function at(
  role: AccountRole,
  person: string,
  where: string,
  organization: string | null,
  jurisdiction: string | null = null,
): DemoRole {
  return {
    role,
    person,
    where,
    organization: organization && `Organization:${organization}`,
    jurisdiction: jurisdiction && `Jurisdiction:${jurisdiction}`,
  };
}

/** A token for each demo role, in words; null where the graph is no demo city. Roles whose account is closed are left out. */
export async function demoTokens(desk: Desk, key: DevelopmentKey): Promise<string | null> {
  const lines: string[] = [];
  for (const { where, ...wanted } of DEMO_ROLES) {
    const token = await developmentToken(desk, key, wanted, TOKEN_DAYS).then(({ done }) => done, why);
    if (token === null) return null;
    if (token !== CLOSED) lines.push(`  ${wanted.role} ${where}\n${token}`);
  }
  return lines.length === 0 ? null : `${HEAD}\n${lines.join('\n')}`;
}

/** A start does not fail because somebody's account is closed, the bodies are not there or a load is under way. */
function why(error: unknown): typeof CLOSED | null {
  if (error instanceof Fault) return error.code === 'FORBIDDEN' ? CLOSED : null;
  throw error;
}

const CLOSED = '';

const HEAD = `
演示登录：不登录即为公众。在页面下方 Headers 一栏填入 {"Authorization": "Bearer 令牌"}，令牌取自下列之一，有效 ${TOKEN_DAYS} 天。
Sign in: without a token you are the public. Put {"Authorization": "Bearer TOKEN"} into the Headers tab of the page;
tokens for the roles of the demo city, good for ${TOKEN_DAYS} days on this machine:`;
