import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dayOfMoment } from '#src/calendar/day.ts';
import { committedCalendar } from '#src/calendar/seed.ts';
import { policyOn } from '#src/clock/policy.ts';
import { committedProfiles } from '#src/clock/seed.ts';
import { evaluate, isEvaluatedAfterAct, warmUp } from '#src/compliance/evaluation.service.ts';
import { readFacts } from '#src/compliance/evaluation.store.ts';
import { findingId } from '#src/compliance/finding-id.ts';
import { LiveView } from '#src/compliance/live-view.ts';
import { keepInMemory, residenceOf } from '#src/compliance/residence.ts';
import { standingOf } from '#src/compliance/responsible.ts';
import { RULES } from '#src/compliance/rules.ts';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import type { House } from '#src/house/house.ts';
import type { BundleRecord } from '../kunming/city.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';
import { Dice } from './dice.ts';
import { RandomWorld } from './random-world.ts';

const house = await stage('2026-11-23');
/** The same registry, served by another process. */
const elsewhere: House = { ...house, graph: { ...house.graph } };
keepInMemory(house.graph);

/** Loads lines, of each thing the last; when a flow was learnt the registry says. */
const load = async (into: House, drawn: readonly BundleRecord[]) => {
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'some.jsonl');
  const nameOf = ({ record, key, from, to, kind }: BundleRecord) => `${record} ${key ?? `${from} ${to} ${kind}`}`;
  const lines = new Map(drawn.map(({ recordedAt, ...line }) => [nameOf(line as BundleRecord), line])).values();
  writeFileSync(file, [...lines].map((line) => JSON.stringify(line)).join('\n'));
  const { refusals, findingsPending } = await loadBundle(into, [file]);
  expect(refusals).toEqual([]);
  expect(findingsPending).toBe(false);
};

/** What the registry tells. */
async function told() {
  const findings = await query(
    "MATCH (f:Finding) WHERE f.state <> 'CORRECTED' RETURN f.id AS id, f.severity AS severity, f.evidence AS evidence, f.owner AS owner, f.place AS place, f.message + f.cure AS words ORDER BY id",
  );
  const levels = await query('MATCH (a:Asset) RETURN a.id AS id, a.computedLevel AS level ORDER BY id');
  const counts = await query(
    'MATCH (r:Rule) RETURN r.code AS code, r.population AS population, r.violations AS violations, r.reviews AS reviews ORDER BY code',
  );
  return { findings, levels, counts };
}

/** What all rules find over everything that the graph holds. */
async function found() {
  return house.graph.read({ name: 'test', limit: 60_000 }, async (tx) => {
    const now = house.clock.now();
    const policy = policyOn(committedProfiles(), dayOfMoment(now));
    const view = new LiveView({ now, known: Number.MAX_SAFE_INTEGER, calendar: committedCalendar(), policy });
    const held = await readFacts(tx, view);
    const reports = RULES.map((rule) => rule.run(view));
    const findings = reports.flatMap((report) =>
      report.findings.map((finding) => ({
        id: findingId(finding),
        severity: finding.severity,
        evidence: [...finding.evidence],
        ...standingOf(view, finding.subject),
        words: `${finding.message.zh}${finding.message.en}${finding.cure.zh}${finding.cure.en}`,
      })),
    );
    const byId = <T extends { id: string }>(rows: T[]) => rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    const counts = reports.map(({ rule, population, findings: all }) => ({
      code: rule,
      population,
      violations: all.filter(({ severity }) => severity === 'VIOLATION').length,
      reviews: all.filter(({ severity }) => severity === 'REVIEW').length,
    }));
    return {
      findings: byId(findings),
      levels: byId([...held.keys()].map((id) => ({ id, level: view.levels.computedOf(id) }))),
      counts: counts.sort((a, b) => (a.code < b.code ? -1 : 1)),
    };
  });
}

it('random acts, some of another process, leave in the registry what a full run finds', {
  timeout: 240_000,
}, async () => {
  const dice = new Dice(20);
  const world = new RandomWorld(dice);
  await load(elsewhere, world.whole());
  expect(await evaluate(house)).toBe('CURRENT');
  await warmUp(house);
  const residence = residenceOf(house.graph)!;
  let stayed = 0;
  for (let step = 0; step < 25; step++) {
    const before = residence.resident;
    const lines = Array.from({ length: 1 + dice.below(4) }, () => world.change());
    await load(dice.is(0.3) ? elsewhere : house, lines);
    expect(await isEvaluatedAfterAct(house)).toBe(true);
    expect(await told(), `step ${step}: ${JSON.stringify(lines)}`).toEqual(await found());
    if (residence.resident === before) stayed += 1;
  }
  expect(stayed).toBeGreaterThan(12);
});
