import { expect, test } from 'vitest';
import { identityOf } from '#src/compliance/rule.ts';
import { RULES } from '#src/compliance/rules.ts';
import { expected, NOW, records } from '../kunming/city.ts';
import { bundleView } from './bundle-view.ts';

const view = bundleView(records, NOW);
const reports = RULES.map((rule) => rule.run(view));
const findings = reports.flatMap((report) => report.findings);
const shown = (finding: { rule: string; subject: string; severity: string; evidence: readonly string[] }) =>
  `${finding.rule} ${finding.subject} ${finding.severity} ${finding.evidence.join(' → ')}`;

test('every finding of the city, with its evidence and severity, and none else', () => {
  expect(findings.map(shown).sort()).toEqual(expected.findings.map(shown).sort());
});

test('no near miss is found', () => {
  const wrong = expected.nearMisses.filter(({ rule, subject, neverSeverity }) =>
    findings.some(
      (f) => f.rule === rule && f.subject === subject && (neverSeverity === 'ANY' || f.severity === neverSeverity),
    ),
  );
  expect(wrong).toEqual([]);
});

test('every rule has a population in the city', () => {
  expect(reports.filter((report) => report.population === 0).map((report) => report.rule)).toEqual([]);
  expect(reports).toHaveLength(34);
});

test('every finding is one by its identity, and is told in Chinese and English with its cure', () => {
  expect(new Set(findings.map(identityOf)).size).toBe(findings.length);
  for (const finding of findings) {
    for (const words of [finding.message, finding.cure]) {
      expect(words.zh, finding.rule).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(words.en, finding.rule).toMatch(/[A-Za-z].*\.$/);
      expect(`${words.zh}${words.en}`).not.toMatch(/undefined|null|NaN/);
    }
    if (finding.since !== null) expect(finding.since <= view.today, `${finding.rule} ${finding.since}`).toBe(true);
  }
});

test('details agree with the independent program where both give them', () => {
  for (const e of expected.findings) {
    const finding = findings.find((f) => f.rule === e.rule && f.subject === e.subject && f.severity === e.severity)!;
    for (const [name, value] of Object.entries(e)) {
      if (finding.details && name in finding.details)
        expect(finding.details[name], `${e.rule} ${e.subject} ${name}`).toEqual(value);
    }
  }
});

test('rules stand in the order of the articles, each once, with a citation', () => {
  const order = RULES.map((rule) => rule.code.slice(1).split('-').map(Number) as [number, number]);
  expect(order.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])).toEqual(order);
  expect(new Set(RULES.map((rule) => rule.code)).size).toBe(RULES.length);
});

test('an empty registry breaks nothing', () => {
  for (const report of RULES.map((rule) => rule.run(bundleView([], NOW))))
    expect(report).toMatchObject({ population: 0, findings: [] });
});
