import { momentOf } from '#src/calendar/moment.ts';
import { isEmpty, momentOfEvent } from '../conventions.ts';
import { nameOf } from '../naming.ts';
import { CN809, KM, rule } from '../rule.ts';
import { dayOfUse, type UseOfRequest, withRequest } from './r17-2.ts';

const GRANTS = new Set(['APPROVED', 'AGREED', 'DECIDED']);
const REASONS = {
  organization: { zh: '使用单位不是申请单位', en: 'the user is not the requester' },
  term: { zh: '已超过使用期限', en: 'the term had ended' },
  items: { zh: '使用了未获准的信息项', en: 'items were not granted' },
  notGranted: { zh: '使用时尚未获准', en: 'nothing had been granted yet' },
};

function reasonsOf({ use, request }: UseOfRequest): (keyof typeof REASONS)[] {
  const at = momentOf(use.at);
  const day = dayOfUse(use);
  const granted = new Set(request.items ?? []);
  const found: (keyof typeof REASONS)[] = [];
  if (use.organization !== request.requester) found.push('organization');
  if (request.term != null && day !== null && day > request.term) found.push('term');
  if (!isEmpty(request.items) && (use.items ?? []).some((item) => !granted.has(item))) found.push('items');
  const approved = (request.events ?? []).some(
    (event) => GRANTS.has(event.act) && at !== null && momentOfEvent(event) <= at,
  );
  if (!approved) found.push('notGranted');
  return found;
}

/** 第十七条: shared data is used by whom, until when and as far as it was granted. */
export const r17x3 = rule<UseOfRequest, 'Use'>({
  code: 'R17-3',
  title: { zh: '超授权使用', en: 'Use outside the grant' },
  citation: `${KM}第十七条；${CN809}第二十五条`,
  meaning: {
    zh: '使用应由申请单位、在授权期限内、就授权的信息项、在授权之后进行；有一项不符的，为问题。',
    en: 'A use is by the requester, within the term, of granted items, after the grant; any deviation is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '停止使用并按提供单位要求处置数据；确需使用的重新申请。',
    en: 'Stop, dispose of the data as the provider says, and apply anew if it is needed.',
  },
  roots: ['Use'],
  members: withRequest,
  check(subject, view) {
    const why = reasonsOf(subject);
    if (why.length === 0) return [];
    const { use, request } = subject;
    const id = `Use:${use.key}`;
    return [
      {
        subject: id,
        evidence: [`Request:${request.key}`, id],
        since: dayOfUse(use),
        details: { why },
        message: {
          zh: `${nameOf(view, `Organization:${use.organization}`)}超出授权使用共享数据：${why.map((reason) => REASONS[reason].zh).join('，')}。`,
          en: `${nameOf(view, `Organization:${use.organization}`)} used shared data outside the grant: ${why.map((reason) => REASONS[reason].en).join(', ')}.`,
        },
      },
    ];
  },
});
