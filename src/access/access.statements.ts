// Generated from cypher/access by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What access/claim-answer is given. */
export type ClaimAnswerParams = {
  /** of who asks and what he called the request */ readonly key: string;
  /** digest of what was asked */ readonly command: string;
  /** epoch milliseconds */ readonly at: number;
};
/** A row of access/claim-answer. */
export type ClaimAnswerRow = {
  /** digest of what was asked first under this key */ readonly command: string;
  /** JSON; null: this is the first */ readonly answer: string | null;
};
/** Takes the place for the answer to a repeated request; tells the first answer if it was given. 幂等键 */
export const claimAnswer = statement<ClaimAnswerParams, ClaimAnswerRow, 'one'>(
  'access/claim-answer',
  { mode: 'write', rows: 'one', params: { key: 'String!', command: 'String!', at: 'Integer!' }, row: { command: 'String!', answer: 'String' } },
  "MERGE (a:Answer {key: $key})\nON CREATE SET a.command = $command, a.at = $at\nSET a.lock = $at\nRETURN a.command AS command, a.answer AS answer",
);

/** What access/forget-answers is given. */
export type ForgetAnswersParams = {
  /** epoch milliseconds */ readonly before: number;
};
/** A row of access/forget-answers. */
export type ForgetAnswersRow = Record<never, never>;
/** Forgets answers that nobody will ask for again. 清理过期的首次答复 */
export const forgetAnswers = statement<ForgetAnswersParams, ForgetAnswersRow, 'none'>(
  'access/forget-answers',
  { mode: 'write', rows: 'none', params: { before: 'Integer!' }, row: {} },
  "MATCH (a:Answer)\nWHERE a.at < $before\nDELETE a",
);

/** What access/keep-answer is given. */
export type KeepAnswerParams = {
  readonly key: string;
  /** JSON */ readonly answer: string;
};
/** A row of access/keep-answer. */
export type KeepAnswerRow = Record<never, never>;
/** Keeps the answer that a repeated request will get. 保存首次答复 */
export const keepAnswer = statement<KeepAnswerParams, KeepAnswerRow, 'none'>(
  'access/keep-answer',
  { mode: 'write', rows: 'none', params: { key: 'String!', answer: 'String!' }, row: {} },
  "MATCH (a:Answer {key: $key})\nSET a.answer = $answer",
);
