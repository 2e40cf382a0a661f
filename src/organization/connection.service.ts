import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { type Day, dayOfMoment } from '../calendar/day.ts';
import { Fault } from '../foundation/fault.ts';
import { formatId, parseId } from '../foundation/id.ts';
import { existingIds } from '../record/bulk.service.ts';
import type { Connection } from './connection.ts';
import { ControlBook } from './control-book.ts';
import { controlComponent } from './organization.statements.ts';
import type { ControlRecord } from './ownership.ts';

const WORK = { name: 'connection', limit: 20_000 };
const OF_THE_STATE: readonly (string | null)[] = ['GOVERNMENT', 'AGENCY'];

/** The connection of two organizations on a day; ids of organizations in the path. */
export interface FoundConnection extends Connection {
  readonly on: Day;
}

/**
 * The connection of two organizations on a day 关联关系, by the ties that the viewer may know of: its strength, the strongest way, and bounds where not all
 * chains could be counted. `on` null: today. Throws `Fault` BAD_INPUT, NOT_FOUND, UNAVAILABLE, TIME_LIMIT.
 */
export async function connectionOf(desk: Desk, a: string, b: string, on: Day | null): Promise<FoundConnection> {
  const [from, to] = [keyOf(a), keyOf(b)];
  const { rows, day } = await see(desk, WORK, async (tx, { now, known, sights }) => {
    const ids = [from, to].map((key) => formatId('Organization', key));
    const there = await existingIds(tx, ids);
    for (const id of ids)
      if (!there.has(id)) throw new Fault('NOT_FOUND', `没有这个机构：${id}。No organization ${id}.`);
    const found = await tx.run(controlComponent, { organization: ids[0]!, known, sights });
    return { rows: found, day: on ?? dayOfMoment(now) };
  });
  const ofTheState = new Set<string>();
  const controls = rows.map(({ content, fromKind, toKind }) => {
    const control = JSON.parse(content) as ControlRecord;
    if (OF_THE_STATE.includes(fromKind)) ofTheState.add(control.from);
    if (OF_THE_STATE.includes(toKind)) ofTheState.add(control.to);
    return control;
  });
  const book = new ControlBook(controls, (organization) => ofTheState.has(organization));
  return { ...book.connection(from, to, day), on: day };
}

function keyOf(id: string): string {
  const parsed = parseId(id);
  if (parsed?.type !== 'Organization')
    throw new Fault('BAD_INPUT', `应为机构编号：${id}。An id of an organization is wanted, not ${id}.`);
  return parsed.key;
}
