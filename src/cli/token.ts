import { Command } from 'commander';
import { appointmentFrom, type SaidAppointment } from '../access/account.service.ts';
import { developmentToken } from '../access/development.service.ts';
import { Fault } from '../foundation/fault.ts';
import { echo } from '../foundation/text.ts';
import { developmentKey } from '../identity/development-key.ts';
import { KEEPER_VIEWER } from '../identity/viewer.ts';
import { shuyuanHome } from '../launcher/launcher.service.ts';
import { granted, inWords, withAppointment } from './appointment.ts';
import { asCalled } from './exit.ts';
import { openRegistry } from './open.ts';
import { sealDone } from './sealing.ts';
import { settingsFrom } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** How long a development token is good unless somebody says otherwise. */
export const TOKEN_DAYS = 30;
const MOST_DAYS = 365;

interface Options extends SaidAppointment {
  readonly days: string;
}

/** `shuyuan token --role ROLE …` */
export function tokenCommand(out: Terminal): Command {
  const command = new Command('token').description(
    '签发本机开发令牌，最后一行即令牌；只用于本机，配置了真实登录时拒绝。Sign a development token, alone on the last line; good on this machine only, refused when a real issuer is configured.',
  );
  return withAppointment(command)
    .option('--days <n>', `有效天数 days it is good, at most ${MOST_DAYS}`, String(TOKEN_DAYS))
    .action(async (options: Options) => {
      const settings = settingsFrom(process.env);
      const wanted = asCalled(() => appointmentFrom(options));
      const days = asCalled(() => daysFrom(options.days));
      if (settings.issuer !== null)
        throw new Fault(
          'FORBIDDEN',
          '已配置真实登录（SHUYUAN_ISSUER），不签发开发令牌。A real issuer is configured; development tokens are not signed.',
        );
      const house = await openRegistry(settings, out);
      try {
        const key = await developmentKey(shuyuanHome(process.env));
        const token = granted(await developmentToken(house.desk(KEEPER_VIEWER), key, wanted, days));
        await sealDone(house, out);
        out.note(`开发令牌 development token: ${inWords(wanted)}；有效 ${days} 天 good for ${days} days
用法 use: Authorization: Bearer <token>`);
        out.result(token);
      } finally {
        await house.close();
      }
    });
}

function daysFrom(text: string): number {
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < 1 || days > MOST_DAYS)
    throw new Fault(
      'BAD_INPUT',
      `--days 应为 1 到 ${MOST_DAYS} 的整数，而不是 ${echo(text)}。--days must be a whole number from 1 to ${MOST_DAYS}.`,
    );
  return days;
}
