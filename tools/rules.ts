import { globSync, readFileSync } from 'node:fs';
import { dayOfMoment } from '../src/calendar/day.ts';
import { formatMoment, momentOf } from '../src/calendar/moment.ts';
import { committedCalendar } from '../src/calendar/seed.ts';
import { policyOn } from '../src/clock/policy.ts';
import { committedProfiles } from '../src/clock/seed.ts';
import { LiveView } from '../src/compliance/live-view.ts';
import { RULES } from '../src/compliance/rules.ts';
import type { View } from '../src/compliance/view.ts';
import { kindOfWord } from '../src/exchange/bundle/kinds.ts';
import type { Generated } from './statements.ts';

/** Today in the demo city. */
const TODAY = '2026-11-23';

/** `docs/rules.md`: what each rule means to an official, with what it finds in the demo city. */
export function generateRules(): Generated[] {
  const view = demoCity();
  const parts = RULES.map((rule) => {
    const { population, findings } = rule.run(view);
    const [example] = findings;
    return [
      `## ${rule.code} ${rule.title.zh} · ${rule.title.en}`,
      '',
      rule.meaning.zh,
      rule.meaning.en,
      '',
      `- 依据 rests on: ${rule.citation}`,
      `- 后果 a finding is: ${rule.severity === 'VIOLATION' ? '违规 a violation' : '待复核 for a person to judge'}, unless said otherwise`,
      `- 整改 cure: ${rule.cure.zh}${rule.cure.en}`,
      `- 演示城市 in the demo city: 核查 looked at ${population}，发现 found ${findings.length}`,
      ...(example === undefined
        ? []
        : [
            '',
            `> ${example.message.zh}${example.message.en}`,
            '>',
            `> 证据 evidence: ${example.evidence.map((id) => `\`${id}\``).join(' → ')}`,
          ]),
      '',
    ];
  });
  const text = [
    '# Rules 合规规则',
    '',
    '<!-- Generated from src/compliance/rules by npm run generate. Do not edit. -->',
    '',
    'What the registry looks for, why, and what it finds in the demo city, whose conduct is invented. Evidence is given in reading',
    'order; for rules about paths it is the path. A finding says what breaks the rules today: what was done late is no longer missing.',
    '',
    '登记库查什么、依据什么、在演示城市（行为均为虚构）查到什么。证据按阅读顺序排列；路径类规则的证据就是路径。问题指今天仍不合规的情形。',
    '',
    ...parts.flat(),
  ];
  return [{ path: 'docs/rules.md', content: `${text.join('\n').trimEnd()}\n` }];
}

function demoCity(): View {
  const now = momentOf(`${TODAY}T12:00:00+08:00`)!;
  const policy = policyOn(committedProfiles(), dayOfMoment(now));
  const view = new LiveView({ now, known: now, calendar: committedCalendar(), policy });
  const moment = (value: unknown): number | null => (value === undefined ? null : momentOf(String(value)));
  for (const file of globSync('seed/kunming/*.jsonl').sort())
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const { record, ...content } = JSON.parse(line) as { record: string } & Record<string, unknown>;
      const kind = kindOfWord(record);
      if (kind !== undefined) {
        const retired = content['retired'] === true ? { retiredAt: formatMoment(now) } : {};
        view.addRecord(`${kind.type}:${String(content['key'])}`, { ...retired, ...content });
        continue;
      }
      view.addFlow({
        from: String(content['from']),
        to: String(content['to']),
        kind: String(content['kind']),
        transform: (content['transform'] as string | undefined) ?? null,
        items: content['items'] === undefined ? null : JSON.stringify(content['items']),
        validFrom: moment(content['validFrom'])!,
        validTo: moment(content['validTo']),
        recordedAt: moment(content['recordedAt']) ?? now,
        retiredAt: moment(content['retiredAt']),
      });
    }
  return view;
}
