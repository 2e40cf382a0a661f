import type { Progress } from '../exchange/bundle/progress.ts';

/** Where a command talks to a person: notes go to standard error, results to standard output. */
export interface Terminal {
  note(message: string): void;
  result(text: string): void;
  /** A bar on a terminal; nothing where output is not one. */
  progress(progress: Progress): void;
  endProgress(): void;
}

const PHASES: Readonly<Record<Progress['phase'], string>> = {
  READING: '读取 reading',
  CHECKING: '校验 checking',
  WRITING_RECORDS: '写入记录 writing records',
  WRITING_FLOWS: '写入数据流 writing flows',
};
const WIDTH = 30;
const REDRAW_MS = 100;

/** The terminal of this process. */
export function terminal(): Terminal {
  let drawnAt = 0;
  let drawn = false;
  const clear = () => {
    if (drawn) process.stderr.write('\r\u001b[K');
    drawn = false;
  };
  return {
    note: (message) => {
      clear();
      process.stderr.write(`${message}\n`);
    },
    result: (text) => {
      clear();
      process.stdout.write(`${text}\n`);
    },
    progress: (progress) => {
      if (!process.stderr.isTTY || (performance.now() - drawnAt < REDRAW_MS && progress.done < progress.total)) return;
      drawnAt = performance.now();
      drawn = true;
      process.stderr.write(`\r\u001b[K${bar(progress)}`);
    },
    endProgress: clear,
  };
}

function bar({ phase, done, total }: Progress): string {
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.round(part * WIDTH);
  return `${PHASES[phase]} [${'█'.repeat(full)}${'·'.repeat(WIDTH - full)}] ${Math.floor(part * 100)}%`;
}
