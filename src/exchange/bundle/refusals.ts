import type { Refusal } from '../../foundation/refusal.ts';
import { echo } from '../../foundation/text.ts';
import type { LineFault } from './lines.ts';

/** Everything that can be wrong with a line of a bundle. */
export type RefusalCode =
  | LineFault
  | 'NOT_JSON'
  | 'NOT_OBJECT'
  | 'UNKNOWN_RECORD'
  | 'UNKNOWN_FIELD'
  | 'UNKNOWN_WORD'
  | 'MISSING_FIELD'
  | 'WRONG_TYPE'
  | 'OUT_OF_RANGE'
  | 'EMPTY'
  | 'KEY_EMPTY'
  | 'KEY_TOO_LONG'
  | 'KEY_CONTROL_CHARACTER'
  | 'KEY_HASH'
  | 'BAD_DAY'
  | 'BAD_MOMENT'
  | 'BAD_GB_CODE'
  | 'BAD_REFERENCE'
  | 'DUPLICATE_KEY'
  | 'SAME_KEY_REFUSED'
  | 'UNKNOWN_REFERENCE'
  | 'UNKNOWN_ITEM'
  | 'ITEM_REPEATED'
  | 'RATIO_NOT_HELD'
  | 'USCC_FORM'
  | 'USCC_CHECK_DIGIT'
  | 'USCC_POSITION_17'
  | 'FLOW_CHANGED'
  | 'SECRET'
  | 'DEPENDS_ON_REFUSED'
  | 'HISTORY_INTO_FULL_GRAPH'
  | 'NOT_HISTORY'
  | 'AUDIT_INTO_USED_LOG'
  | 'NOT_AUDIT'
  | 'NOT_UNICODE'
  | 'NESTED_TOO_DEEP'
  | 'TEXT_TOO_LONG';

const LOOKED_AT = 1_000;

/** What is wrong, in Chinese and English. */
const WORDS: Readonly<Record<RefusalCode, readonly [string, string]>> = {
  LINE_TOO_LONG: ['一行超过 16 MiB', 'line is longer than 16 MiB'],
  NOT_UTF8: ['不是 UTF-8 文本', 'line is not UTF-8'],
  BROKEN_GZIP: ['gzip 文件损坏或不完整', 'gzip file is broken or truncated'],
  FILE_UNREADABLE: ['文件读不出来', 'file cannot be read'],
  NOT_JSON: ['不是 JSON', 'line is not JSON'],
  NOT_OBJECT: ['不是 JSON 对象', 'line is not a JSON object'],
  UNKNOWN_RECORD: ['没有这种记录', 'unknown kind of record'],
  UNKNOWN_FIELD: ['没有这个字段', 'unknown field'],
  UNKNOWN_WORD: ['不是规定的取值', 'not one of the words allowed here'],
  MISSING_FIELD: ['缺少必填字段', 'required field is missing'],
  WRONG_TYPE: ['类型不对', 'wrong type of value'],
  OUT_OF_RANGE: ['超出范围', 'value is out of range'],
  EMPTY: ['不能为空', 'must not be empty'],
  KEY_EMPTY: ['编号为空', 'key is empty'],
  KEY_TOO_LONG: ['编号超过 128 个字符', 'key is longer than 128 characters'],
  KEY_CONTROL_CHARACTER: ['编号含控制字符', 'key holds a control character'],
  KEY_HASH: ['资产编号不能含 #', 'key of an asset must not hold #'],
  BAD_DAY: ['不是日期（YYYY-MM-DD）', 'not a day (YYYY-MM-DD)'],
  BAD_MOMENT: ['不是带时区的时刻', 'not a moment (ISO 8601 with offset, or a day)'],
  BAD_GB_CODE: ['不是六位行政区划代码', 'not a six-digit division code'],
  BAD_REFERENCE: ['不是“类型:编号”形式的引用', 'not a reference of the form Type:key to a type allowed here'],
  DUPLICATE_KEY: ['编号重复而内容不同', 'key was given before with other content'],
  SAME_KEY_REFUSED: ['同一编号的另一行被拒绝', 'another line of this key was refused'],
  UNKNOWN_REFERENCE: ['引用的记录不存在', 'names a record that does not exist'],
  UNKNOWN_ITEM: ['引用的信息项不存在', 'names a data item that its asset does not have'],
  ITEM_REPEATED: ['信息项名称重复', 'item name is given twice'],
  RATIO_NOT_HELD: ['只有 HOLDS 才有比例', 'only HOLDS has a ratio'],
  USCC_FORM: ['不是 18 位统一社会信用代码', 'not an 18-character unified social credit code'],
  USCC_CHECK_DIGIT: ['统一社会信用代码末位校验错误', 'last check digit of the unified social credit code is wrong'],
  USCC_POSITION_17: [
    '统一社会信用代码第 17 位校验不符',
    'position 17 of the unified social credit code does not check',
  ],
  FLOW_CHANGED: [
    '与已登记的断言不同，只能补充 retiredAt',
    'differs from the recorded assertion; only retiredAt may be added',
  ],
  SECRET: ['涉密记录不予登记', 'secret records are not registered'],
  DEPENDS_ON_REFUSED: ['依赖于被拒绝的记录', 'depends on a record that was refused'],
  HISTORY_INTO_FULL_GRAPH: ['历史只能装入空库', 'history is loaded into an empty graph only'],
  NOT_HISTORY: ['不是历史记录行', 'not a line of history'],
  AUDIT_INTO_USED_LOG: ['审计日志只能装入空库', 'an audit log is loaded into an empty graph only'],
  NOT_AUDIT: ['不是审计日志行，或顺序不对', 'not a line of an audit log, or out of order'],
  NOT_UNICODE: ['含有不成对的代理码位，不是合法文本', 'text holds a lone surrogate'],
  NESTED_TOO_DEEP: ['嵌套过深', 'nested too deep'],
  TEXT_TOO_LONG: ['名称或代码超过 1500 个字符', 'name, title or code is longer than 1500 characters'],
};

/** A refusal of one line of a bundle: where and what. */
export interface LineRefusal extends Refusal {
  readonly code: RefusalCode;
  readonly file: string;
  readonly line: number;
  /** Field, from the record inwards, `items.3.element`; empty for the whole line. */
  readonly field: string;
  /** The value, cut at 80 characters; empty where it must not be told. */
  readonly value: string;
}

/** Says what is wrong with a line. Secret values are told nowhere. */
export function refuse(
  code: RefusalCode,
  at: { file: string; line: number },
  path: readonly (string | number)[] = [],
  value?: unknown,
): LineRefusal {
  const steps = path.map((step) => echo(String(step).slice(0, LOOKED_AT)));
  const field = steps.join('.');
  const told = code === 'SECRET' || value === undefined ? '' : echo(shortened(value));
  const [chinese, english] = WORDS[code];
  const where = `${at.file}:${at.line}${field === '' ? '' : ` ${field}`}`;
  const shown = told === '' ? '' : ` «${told}»`;
  return {
    code,
    message: `${where}: ${chinese} ${english}${shown}`,
    path: [at.file, String(at.line), ...steps],
    file: at.file,
    line: at.line,
    field,
    value: told,
  };
}

/** As much of a value as could be told; nobody wants sixteen megabytes looked through for eighty characters. */
function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.slice(0, LOOKED_AT);
}
