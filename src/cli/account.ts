import { Command } from 'commander';
import {
  allAccounts,
  appointmentFrom,
  closeAccount,
  type ListedAccount,
  openAccount,
  type SaidAppointment,
  subjectFrom,
} from '../access/account.service.ts';
import { formatMoment } from '../calendar/moment.ts';
import type { House } from '../house/house.ts';
import type { SignedIn } from '../identity/token.ts';
import { KEEPER_VIEWER } from '../identity/viewer.ts';
import { granted, inWords, withAppointment } from './appointment.ts';
import { asCalled } from './exit.ts';
import { openRegistry } from './open.ts';
import { sealDone } from './sealing.ts';
import { type Settings, settingsFrom } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** `shuyuan account open|close|list`: for the first administrator of a real issuer, and for emergencies. */
export function accountCommand(out: Terminal): Command {
  const withRegistry = async (work: (house: House, settings: Settings) => Promise<void>) => {
    const settings = settingsFrom(process.env);
    const house = await openRegistry(settings, out);
    await work(house, settings).finally(() => house.close());
  };
  return new Command('account')
    .description('登录账号：开设、停用、清单。Accounts of those who sign in.')
    .addCommand(openCommand(out, withRegistry))
    .addCommand(closeCommand(out, withRegistry))
    .addCommand(listCommand(out, withRegistry));
}

type WithRegistry = (work: (house: House, settings: Settings) => Promise<void>) => Promise<void>;

function openCommand(out: Terminal, withRegistry: WithRegistry): Command {
  const command = withSubject(new Command('open')).description(
    '开设账号；已停用的重新启用。Open an account, or open a closed one again.',
  );
  return withAppointment(command).action(async (options: SignedIn & SaidAppointment) => {
    const wanted = asCalled(() => appointmentFrom(options));
    const signedIn = asCalled(() => subjectFrom(options));
    await withRegistry(async (house, { issuer }) => {
      const opened = granted(await openAccount(house.desk(KEEPER_VIEWER), { ...signedIn, ...wanted }));
      await sealDone(house, out);
      if (issuer !== null && issuer.issuer !== signedIn.issuer)
        out.note('注意：它不是当前配置的 SHUYUAN_ISSUER。Note: this is not the configured SHUYUAN_ISSUER.');
      const done = {
        OPENED: '已开设 opened',
        REOPENED: '已重新启用 opened again',
        KEPT: '已有，未变 was there, unchanged',
      };
      out.result(`${done[opened]}: ${signedIn.subject} · ${inWords(wanted)}`);
    });
  });
}

function closeCommand(out: Terminal, withRegistry: WithRegistry): Command {
  return withSubject(new Command('close'))
    .description('停用账号：其令牌立即失效。Close an account: its tokens are refused at once.')
    .action(async (options: SignedIn) => {
      const signedIn = asCalled(() => subjectFrom(options));
      await withRegistry(async (house) => {
        granted(await closeAccount(house.desk(KEEPER_VIEWER), signedIn));
        await sealDone(house, out);
        out.result(`已停用 closed: ${signedIn.subject}`);
      });
    });
}

function listCommand(out: Terminal, withRegistry: WithRegistry): Command {
  return new Command('list')
    .description('账号清单，含已停用的。All accounts, closed ones too.')
    .option('--json', '以 JSON 输出 as JSON')
    .action(({ json }: { json?: true }) =>
      withRegistry(async ({ graph }) => {
        const accounts = await allAccounts(graph);
        if (json) out.result(JSON.stringify(accounts.map(written), null, 2));
        else if (accounts.length === 0) out.result('没有账号。No accounts.');
        else for (const account of accounts) out.result(line(account));
      }),
    );
}

function withSubject(command: Command): Command {
  return command
    .requiredOption('--issuer <issuer>', '签发者，即令牌的 iss the token’s iss')
    .requiredOption('--subject <subject>', '用户标识，即令牌的 sub the token’s sub');
}

function written({ openedAt, closedAt, ...rest }: ListedAccount): object {
  return { ...rest, openedAt: formatMoment(openedAt), closedAt: closedAt === null ? null : formatMoment(closedAt) };
}

function line(account: ListedAccount): string {
  const closed = account.closedAt === null ? '' : `（已停用 closed ${formatMoment(account.closedAt)}）`;
  return `${account.issuer}  ${account.subject}  ${inWords(account)}${closed}`;
}
