import { momentOf } from '../../src/calendar/moment.ts';
import { committedCalendar } from '../../src/calendar/seed.ts';
import { policyOn } from '../../src/clock/policy.ts';
import { committedProfiles } from '../../src/clock/seed.ts';
import { LiveView } from '../../src/compliance/live-view.ts';
import { kindOfWord } from '../../src/exchange/bundle/kinds.ts';
import { city } from './city.ts';
import type { Line } from './records.ts';

const TODAY = '2026-11-23';

/** A city with ties of control as rules read it, on a fixed day, without a graph. */
export function cityView(assets: number): LiveView {
  const now = momentOf(`${TODAY}T12:00:00+08:00`)!;
  const view = new LiveView({
    now,
    known: now,
    calendar: committedCalendar(),
    policy: policyOn(committedProfiles(), TODAY),
  });
  for (const lines of Object.values(city(assets, true).files()))
    for (const line of lines) {
      // As the graph gives it: every text its own.
      const { record, ...content } = JSON.parse(JSON.stringify(line)) as Line;
      if (record === 'flow') view.addFlow(heldFlow(content, now));
      else view.addRecord(`${kindOfWord(record as string)!.type}:${content['key']}`, content);
    }
  return view;
}

function heldFlow(content: Readonly<Record<string, unknown>>, recordedAt: number) {
  const text = (field: string) => (content[field] as string | undefined) ?? null;
  const moment = (field: string) => (content[field] === undefined ? null : momentOf(String(content[field])));
  return {
    from: text('from')!,
    to: text('to')!,
    kind: text('kind')!,
    transform: text('transform'),
    items: content['items'] === undefined ? null : JSON.stringify(content['items']),
    validFrom: moment('validFrom')!,
    validTo: moment('validTo'),
    recordedAt,
    retiredAt: null,
  };
}
