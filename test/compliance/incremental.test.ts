import { describe, expect, it } from 'vitest';
import { formatMoment, momentOf } from '#src/calendar/moment.ts';
import { findingId } from '#src/compliance/finding-id.ts';
import type { HeldFlow } from '#src/compliance/flow-table.ts';
import { type Delta, LiveView } from '#src/compliance/live-view.ts';
import { type Held, Resident } from '#src/compliance/resident.ts';
import { standingOf } from '#src/compliance/responsible.ts';
import { RULES } from '#src/compliance/rules.ts';
import { kindOfWord } from '#src/exchange/bundle/kinds.ts';
import { inOneGo } from '#src/foundation/breath.ts';
import { officialCalendar } from '../calendar/notices.ts';
import { officialPolicy } from '../clock/profiles.ts';
import { type BundleRecord, NOW } from '../kunming/city.ts';
import { Dice } from './dice.ts';
import { RandomWorld } from './random-world.ts';

const AT = { now: NOW, known: NOW, calendar: officialCalendar, policy: officialPolicy };

/** A registry in memory: what it holds now, and what a batch of lines changes. */
class SmallRegistry {
  readonly #records = new Map<string, Readonly<Record<string, unknown>>>();
  readonly #flows = new Map<string, HeldFlow[]>();

  take(lines: readonly BundleRecord[], drop: () => boolean): Delta {
    const ids = new Set<string>();
    const pairs = new Map<string, { from: string; to: string }>();
    for (const { record, ...content } of lines) {
      if (record === 'flow') {
        const [from, to] = [String(content['from']), String(content['to'])];
        const pair = `${from}\n${to}`;
        const known = (this.#flows.get(pair) ?? []).filter(() => !drop());
        this.#flows.set(pair, [...known, heldFlow(content)]);
        pairs.set(pair, { from, to });
        continue;
      }
      const id = `${kindOfWord(record)!.type}:${content['key']}`;
      const retired = content['retired'] === true ? { retiredAt: formatMoment(NOW) } : {};
      this.#records.set(id, { ...content, ...retired });
      ids.add(id);
    }
    return {
      records: [...ids].map((id) => ({ id, content: this.#records.get(id)! })),
      pairs: [...pairs].map(([pair, ends]) => ({ ...ends, flows: this.#flows.get(pair)! })),
    };
  }

  view(): LiveView {
    const view = new LiveView(AT);
    for (const [id, content] of this.#records) view.addRecord(id, content);
    for (const flows of this.#flows.values()) for (const flow of flows) view.addFlow(flow);
    return view;
  }

  get assets(): string[] {
    return [...this.#records.keys()].filter((id) => /^(Dataset|Database|Product):/.test(id));
  }
}

function heldFlow(content: Readonly<Record<string, unknown>>): HeldFlow {
  const moment = (field: string) => (content[field] === undefined ? null : momentOf(String(content[field])));
  return {
    from: String(content['from']),
    to: String(content['to']),
    kind: String(content['kind']),
    transform: (content['transform'] as string | undefined) ?? null,
    items: content['items'] === undefined ? null : JSON.stringify(content['items']),
    validFrom: moment('validFrom')!,
    validTo: moment('validTo'),
    recordedAt: moment('recordedAt')!,
    retiredAt: null,
  };
}

/** All that a full run finds and computes. */
function full(registry: SmallRegistry) {
  const view = registry.view();
  const findings = new Map<string, Held>();
  const counts = RULES.map((rule) => {
    const { population, findings: found } = rule.run(view);
    for (const finding of found)
      findings.set(findingId(finding), { finding, standing: standingOf(view, finding.subject) });
    const of = (severity: string) => found.filter((one) => one.severity === severity).length;
    return { code: rule.code, population, violations: of('VIOLATION'), reviews: of('REVIEW') };
  });
  const levels = new Map(registry.assets.map((id) => [id, view.levels.computedOf(id)]));
  return { findings, levels, counts };
}

const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** What a resident knows after each batch of changes, kept up to date from what it says differs. */
class Follower {
  readonly findings = new Map<string, Held>();
  readonly levels = new Map<string, number | null>();
  #resident: Resident;
  rebuilt = 0;

  constructor(registry: SmallRegistry) {
    this.#resident = this.#build(registry);
  }

  #build(registry: SmallRegistry): Resident {
    const resident = new Resident(registry.view(), Number.MAX_SAFE_INTEGER);
    this.findings.clear();
    for (const rule of RULES)
      for (const held of resident.build(rule)) if (held) this.findings.set(findingId(held.finding), held);
    for (const id of registry.assets) this.levels.set(id, resident.view.levels.computedOf(id));
    return resident;
  }

  follow(delta: Delta, registry: SmallRegistry): void {
    if (!inOneGo(this.#resident.changing(delta, AT))) {
      this.#resident = this.#build(registry);
      this.rebuilt += 1;
      return;
    }
    const { findings, levels } = inOneGo(this.#resident.settling());
    for (const [id, held] of findings) held === null ? this.findings.delete(id) : this.findings.set(id, held);
    for (const [id, level] of levels) this.levels.set(id, level);
    this.#resident.told();
  }

  get resident(): Resident {
    return this.#resident;
  }
}

const WORLDS = 40;
const STEPS = 30;
const seen = new Set<string>();

describe('what is decided again after changes is what a full run decides', () => {
  it.each(Array.from({ length: WORLDS }, (_, seed) => seed + 1))('in random world %d', (seed) => {
    const dice = new Dice(seed);
    const world = new RandomWorld(dice);
    const registry = new SmallRegistry();
    registry.take(world.whole(), () => false);
    const follower = new Follower(registry);
    for (let step = 0; step < STEPS; step++) {
      const lines = Array.from({ length: 1 + dice.below(4) }, () => world.change());
      follower.follow(
        registry.take(lines, () => dice.is(0.5)),
        registry,
      );
      const all = full(registry);
      for (const { finding } of all.findings.values()) seen.add(finding.rule);
      const where = `step ${step}: ${lines.map((line) => JSON.stringify(line)).join('\n')}`;
      expect(sorted(follower.findings), where).toEqual(sorted(all.findings));
      expect(sorted(follower.levels), where).toEqual(sorted(all.levels));
      expect(follower.resident.counts(), where).toEqual(all.counts);
    }
    expect(follower.rebuilt).toBeLessThan(STEPS / 2);
  });

  it('with findings of every rule among them', () => {
    expect(RULES.map(({ code }) => code).filter((code) => !seen.has(code))).toEqual([]);
  });
});

it('what would come of a change leaves nothing behind', () => {
  const dice = new Dice(7);
  const world = new RandomWorld(dice);
  const registry = new SmallRegistry();
  registry.take(world.whole(), () => false);
  const follower = new Follower(registry);
  for (let step = 0; step < STEPS; step++) {
    const flow = heldFlow({ ...world.flow(), validTo: undefined });
    const held = follower.resident.view.everOutOf(flow.from).filter(({ to }) => to === flow.to);
    const flows = held.map((one) => ({ ...flow, ...one, items: null, transform: one.transform ?? null }));
    const pair = { from: flow.from, to: flow.to };
    const [would, is] = [
      { ...pair, flows: [...flows, flow] },
      { ...pair, flows },
    ];
    inOneGo(follower.resident.ifChanged({ records: [], pairs: [would] }, { records: [], pairs: [is] }, AT));
    follower.follow({ records: [], pairs: [] }, registry);
    const all = full(registry);
    expect(sorted(follower.findings)).toEqual(sorted(all.findings));
    expect(follower.resident.counts()).toEqual(all.counts);
  }
});
