import type { AnyRule } from './rule.ts';
import { r9x1 } from './rules/r9-1.ts';
import { r9x2 } from './rules/r9-2.ts';
import { r9x3 } from './rules/r9-3.ts';
import { r11x6 } from './rules/r11-6.ts';
import { r12x1 } from './rules/r12-1.ts';
import { r12x2 } from './rules/r12-2.ts';
import { r12x4 } from './rules/r12-4.ts';
import { r12x7 } from './rules/r12-7.ts';
import { r13x1 } from './rules/r13-1.ts';
import { r13x2 } from './rules/r13-2.ts';
import { r14x1 } from './rules/r14-1.ts';
import { r14x2 } from './rules/r14-2.ts';
import { r14x4 } from './rules/r14-4.ts';
import { r14x6 } from './rules/r14-6.ts';
import { r17x2 } from './rules/r17-2.ts';
import { r17x3 } from './rules/r17-3.ts';
import { r17x4 } from './rules/r17-4.ts';
import { r18x1 } from './rules/r18-1.ts';
import { r19x1 } from './rules/r19-1.ts';
import { r22x2 } from './rules/r22-2.ts';
import { r23x1 } from './rules/r23-1.ts';
import { r23x3 } from './rules/r23-3.ts';
import { r23x4 } from './rules/r23-4.ts';
import { r23x6 } from './rules/r23-6.ts';
import { r23x8 } from './rules/r23-8.ts';
import { r23x9 } from './rules/r23-9.ts';
import { r23x10 } from './rules/r23-10.ts';
import { r23x11 } from './rules/r23-11.ts';
import { r24x2 } from './rules/r24-2.ts';
import { r24x3 } from './rules/r24-3.ts';
import { r25x1 } from './rules/r25-1.ts';
import { r27x1 } from './rules/r27-1.ts';
import { r27x2 } from './rules/r27-2.ts';
import { r27x3 } from './rules/r27-3.ts';

/** All rules, in the order of the articles. A rule is added by its file and one line here. */
export const RULES: readonly AnyRule[] = [
  r9x1,
  r9x2,
  r9x3,
  r11x6,
  r12x1,
  r12x2,
  r12x4,
  r12x7,
  r13x1,
  r13x2,
  r14x1,
  r14x2,
  r14x4,
  r14x6,
  r17x2,
  r17x3,
  r17x4,
  r18x1,
  r19x1,
  r22x2,
  r23x1,
  r23x3,
  r23x4,
  r23x6,
  r23x8,
  r23x9,
  r23x10,
  r23x11,
  r24x2,
  r24x3,
  r25x1,
  r27x1,
  r27x2,
  r27x3,
];
