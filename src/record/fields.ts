import { z } from 'zod';
import { isDay } from '../calendar/day.ts';
import { momentOf } from '../calendar/moment.ts';
import { foldKey, keyFaultOf } from '../foundation/key.ts';

/** The forms a field of a record may have. Messages are codes; the importing room turns them into words. */

/** A record's type before its key, as references to several types are written. */
const TYPE_BEFORE = /^\s*[A-Z][A-Za-z]*\s*[:：]/;

/** What names another record, folded: its key, or `Type:key`. */
export const key = z.string().transform((value, context) => {
  const fault = keyFaultOf(value.replace(TYPE_BEFORE, '')) ?? keyControl(value);
  if (fault !== null) context.addIssue({ code: 'custom', message: fault, input: value });
  return foldKey(value);
});

function keyControl(value: string) {
  return keyFaultOf(value) === 'KEY_CONTROL_CHARACTER' ? 'KEY_CONTROL_CHARACTER' : null;
}

/** A text as somebody wrote it. */
export const text = z.string();

/** Most characters of a name, title or code: what an index of the graph can hold. */
export const LONGEST_NAME = 1_500;

/** A name, title or code. */
export const shortText = z.string().max(LONGEST_NAME, 'TEXT_TOO_LONG');

/** A calendar day that exists, `YYYY-MM-DD`. */
export const day = z.string().refine(isDay, 'BAD_DAY');

/** A moment, ISO 8601 with offset; a bare day is its first instant in China. Kept as written. */
export const moment = z.string().refine((value) => momentOf(value) !== null, 'BAD_MOMENT');

/** A whole number that is not negative. */
export const count = z.int().nonnegative();

/** Protection level 数据级别: 1–4 general, 5 important, 6 core. */
export const level = z.int().min(1).max(6);

/** An approved lowering of a level 定级调整. */
export const levelAdjustment = z.strictObject({
  to: level,
  by: key,
  on: day,
  until: day.optional(),
  reason: text.optional(),
});

/** Sensitivity of personal information 个人信息敏感程度. */
export const sensitivity = z.enum(['NONE', 'PERSONAL', 'SENSITIVE']);

/** Sharing attribute 共享属性. */
export const shareType = z.enum(['UNCONDITIONAL', 'CONDITIONAL', 'NONE']);

/** Opening attribute 开放属性. */
export const openType = z.enum(['UNCONDITIONAL', 'CONDITIONAL', 'NONE']);

/** Update cycle 更新频率. */
export const updateCycle = z.enum([
  'REALTIME',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'QUARTERLY',
  'HALF_YEARLY',
  'YEARLY',
  'IRREGULAR',
  'STATIC',
  'OTHER',
]);

/** Acts that any record with a state may carry besides the words of its state. */
const COMMON_ACTS = ['OPINION', 'REVISED', 'EXTENDED', 'RETURNED', 'SUSPENDED', 'DISPOSED', 'REUSE_CONSENTED'] as const;

/** The state of a record and the events that led to it 状态与经过. */
export function stateFields<const Words extends readonly [string, ...string[]]>(states: Words) {
  return {
    state: z.enum(states).optional(),
    events: z
      .array(
        z.strictObject({
          act: z.enum([...states, ...COMMON_ACTS]),
          by: key.optional(),
          at: moment,
          document: text.optional(),
          reason: text.optional(),
          until: text.optional(),
        }),
      )
      .optional(),
  };
}
