import { Command, CommanderError } from 'commander';
import { Fault } from '../foundation/fault.ts';
import { accountCommand } from './account.ts';
import { dumpCommand } from './dump.ts';
import { BadCall, EXIT, exitCodeOf } from './exit.ts';
import type { Face } from './face.ts';
import { graphCommand } from './graph.ts';
import { loadCommand } from './load.ts';
import { serveCommand, startCommand } from './serve.ts';
import { terminal } from './terminal.ts';
import { tokenCommand } from './token.ts';
import { verifyCommand } from './verify.ts';

const EXIT_HELP = `
退出码 Exit codes: 0 完成 done, 1 被拒绝 refused, 2 无法完成 could not, 64 用法错误 badly called`;

/** Runs the command line; answers the exit code. */
export async function run(arguments_: readonly string[], face: Face): Promise<number> {
  const out = terminal();
  let code: number = EXIT.DONE;
  const ended = (exit: number) => {
    code = exit;
  };
  const program = new Command('shuyuan')
    .description('数源：城市公共数据登记。A registry of a city’s public data as one graph.')
    .addHelpText('after', EXIT_HELP)
    .showHelpAfterError('（用 --help 查看用法）(see --help)')
    .exitOverride()
    .addCommand(startCommand(face, out))
    .addCommand(serveCommand(face, out))
    .addCommand(loadCommand(out, ended))
    .addCommand(dumpCommand(out))
    .addCommand(verifyCommand(out, ended))
    .addCommand(tokenCommand(out))
    .addCommand(accountCommand(out))
    .addCommand(graphCommand(out));
  for (const command of program.commands) command.exitOverride().addHelpText('after', EXIT_HELP);
  for (const command of program.commands.flatMap((parent) => parent.commands)) command.exitOverride();
  try {
    await program.parseAsync([...arguments_], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.DONE : EXIT.BADLY_CALLED;
    out.endProgress();
    out.note(
      error instanceof Fault || error instanceof BadCall ? error.message : `出错了。Unexpected error: ${detail(error)}`,
    );
    return exitCodeOf(error);
  }
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
