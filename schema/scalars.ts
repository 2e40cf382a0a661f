import { GraphQLError } from 'graphql';
import { isDay } from '#src/calendar/day.ts';
import { formatMoment, momentOf } from '#src/calendar/moment.ts';
import { builder } from './builder.ts';

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });

builder.scalarType('Date', {
  description: 'A calendar day 日期, YYYY-MM-DD.',
  serialize: (day) => day,
  parseValue: (value) => {
    if (typeof value === 'string' && isDay(value)) return value;
    throw badInput('日期应为 YYYY-MM-DD。A Date is YYYY-MM-DD.');
  },
});

builder.scalarType('DateTime', {
  description: 'A moment 时刻, ISO 8601 with offset; in arguments a bare day is its first instant in China (UTC+8).',
  serialize: (moment) => formatMoment(moment),
  parseValue: (value) => {
    const moment = typeof value === 'string' ? momentOf(value) : null;
    if (moment !== null) return moment;
    throw badInput('时刻应为带时区的 ISO 8601。A DateTime is ISO 8601 with offset, e.g. 2026-11-23T12:00:00+08:00.');
  },
});

builder.scalarType('Json', {
  description: 'Content as it stands in a bundle line 记录内容, JSON.',
  serialize: (value) => value,
});
