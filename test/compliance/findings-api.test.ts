import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import type { House } from '#src/house/house.ts';
import { PUBLIC_VIEWER, type Viewer } from '#src/identity/viewer.ts';
import { expected } from '../kunming/city.ts';
import { answer, ask, statementsOf } from '../schema/asking.ts';
import { as } from '../stage/cast.ts';
import { loadCity } from '../stage/city.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});

interface Told {
  readonly id: string;
  readonly rule: { code: string };
  readonly severity: string;
  readonly state: string;
  readonly subject: { id: string } | null;
  readonly since: string;
  readonly message: string;
  readonly evidence: readonly { id: string; __typename: string }[];
}
interface Page {
  readonly totalCount: number;
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  readonly edges: readonly { cursor: string; node: Told }[];
}
const FIELDS = `totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node {
  id rule { code } severity state subject { id } since message evidence { id __typename } } }`;
const findings = async (args = '') =>
  (await answer<{ findings: Page }>(house, `{ findings${args} { ${FIELDS} } }`)).findings;
const told = ({ edges }: Page) => edges.map(({ node }) => node);
const shown = (f: { rule: string; subject: string; severity: string; evidence: readonly string[] }) =>
  `${f.rule} ${f.subject} ${f.severity} ${f.evidence.join(' → ')}`;
const plain = (f: Told) =>
  shown({ rule: f.rule.code, subject: f.subject!.id, severity: f.severity, evidence: f.evidence.map(({ id }) => id) });

describe('findings of the demo city', () => {
  it('are those that an independent program found, with their evidence, and none else', async () => {
    const page = await findings();
    expect(told(page).map(plain).sort()).toEqual(expected.findings.map(shown).sort());
    expect(page.totalCount).toBe(expected.findings.length);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  it('hold no near miss', async () => {
    const all = told(await findings());
    const wrong = expected.nearMisses.filter(({ rule, subject, neverSeverity }) =>
      all.some(
        (f) =>
          f.rule.code === rule &&
          f.subject?.id === subject &&
          (neverSeverity === 'ANY' || f.severity === neverSeverity),
      ),
    );
    expect(wrong).toEqual([]);
    expect(expected.nearMisses.length).toBeGreaterThan(70);
  });

  it('stand in the order of the articles, page after page without gap or double', async () => {
    const whole = told(await findings()).map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Page = await findings(`(first: 7${after === null ? '' : `, after: "${after}"`})`);
      paged.push(...told(page).map(({ id }) => id));
      expect(page.totalCount).toBe(whole.length);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(whole);
    const articles = told(await findings()).map(({ rule }) => rule.code.slice(1).split('-').map(Number));
    expect(articles.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)).toEqual(articles);
  });

  it.each([
    ['(rule: "R23-6")', (f: Told) => f.rule.code === 'R23-6'],
    ['(rule: "R2")', () => false],
    ['(subject: "Dataset:JJ08")', (f: Told) => f.subject?.id === 'Dataset:JJ08'],
    ['(subject: " Ｄａｔａｓｅｔ:JJ08", rule: "R12-1")', (f: Told) => f.id === 'Finding:R12-1|Dataset:JJ08'],
    ['(severity: REVIEW)', (f: Told) => f.severity === 'REVIEW'],
    ['(article: "27")', (f: Told) => f.rule.code.startsWith('R27-')],
    ['(article: "第二十七条")', (f: Told) => f.rule.code.startsWith('R27-')],
    ['(sinceTo: "2025-12-31")', (f: Told) => f.since < '2026-01-01'],
    ['(sinceFrom: "2026-02-10", sinceTo: "2026-02-10")', (f: Told) => f.since.startsWith('2026-02-10')],
    [
      '(subject: "Product:R01", sinceFrom: "2026-02-11")',
      (f: Told) => f.subject?.id === 'Product:R01' && f.since >= '2026-02-11',
    ],
    ['(state: [CORRECTED])', () => false],
    ['(rule: "nothing")', () => false],
  ])('are narrowed by %s', async (args, wanted) => {
    const whole = told(await findings()).filter(wanted);
    const page = await findings(args);
    expect(told(page)).toEqual(whole);
    expect(page.totalCount).toBe(whole.length);
  });

  it('of an organization are those that it must act on', async () => {
    const page = await findings('(organization: "Organization:91530112KMX009123U")');
    expect(told(page).map(({ id }) => id)).toContain('Finding:R23-6|Product:R01|Organization:91530100KMX009019B');
  });

  it('of a database are those on it and on what is aggregated into it', async () => {
    const page = await findings('(database: "Database:DB-RK")');
    const subjects = told(page).map(({ subject }) => subject!.id);
    expect(subjects).toContain('Collection:COL-X6');
    expect(subjects).not.toContain('Product:R01');
    expect(page.totalCount).toBe(subjects.length);
  });

  it('are nodes by their ids', async () => {
    const id = 'Finding:R23-6|Product:R01|Organization:91530100KMX009019B';
    const found = await answer<{ node: Record<string, unknown> | null; none: null }>(
      house,
      `{ node(id: "${id}") { id ... on Finding {
        rule { code title citation severity cure } object state since firstSeen lastSeen message cure details
        organization { id } subject { id } reason decidedAt decidedBy acceptedUntil } }
        none: node(id: "Finding:R23-6|Product:nothing") { id } }`,
    );
    expect(found).toMatchObject({
      node: {
        id,
        rule: { code: 'R23-6', citation: expect.stringContaining('第二十三条') },
        state: 'NEW',
        since: '2026-02-10T00:00:00+08:00',
        firstSeen: expect.stringMatching(/^2026-11-23T12:/),
        lastSeen: expect.stringMatching(/^2026-11-23T12:/),
        details: { strength: 0.3 },
      },
      none: null,
    });
  });

  it('cost the same number of statements, few or many', async () => {
    const cost = async (first: number) => (await statementsOf(house, () => findings(`(first: ${first})`))).length;
    expect(await cost(50)).toBe(await cost(2));
  });

  it.each(['(first: -1)', '(first: 10001)', '(after: "x")'])('refuse %s', async (args) => {
    const { errors } = await ask(house, `{ findings${args} { totalCount } }`);
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('stand at the chains of products', async () => {
    const { node } = await answer<{
      node: { redevelopment: { ancestors: { id: string }[]; descendants: { id: string }[]; findings: Told[] } };
    }>(
      house,
      `{ node(id: "Product:R01") { ... on Product { redevelopment {
        ancestors { id } descendants { id } findings { id subject { id } } } } } }`,
    );
    const { ancestors, descendants, findings: found } = node.redevelopment;
    const chain = ['Product:R01', ...ancestors.map(({ id }) => id), ...descendants.map(({ id }) => id)];
    const due = expected.findings.filter(({ subject }) => chain.includes(subject));
    expect(found.map(({ subject }) => subject!.id).sort()).toEqual(due.map(({ subject }) => subject).sort());
    expect(due.length).toBeGreaterThan(0);
  });
});

it('levels are those that the independent program computed, and the level is the higher of both', async () => {
  const ids = Object.keys(expected.levels);
  const asked = ids.map((id, i) => `a${i}: node(id: "${id}") { ...L }`).join('\n');
  const found = await answer<Record<string, { declaredLevel: number; computedLevel: number; level: number }>>(
    house,
    `{ ${asked} none: node(id: "Collection:COL-X1") { ...L } }
     fragment L on Asset { declaredLevel computedLevel level }`,
  );
  const { none, ...levels } = found;
  expect(none).toEqual({ declaredLevel: null, computedLevel: null, level: null });
  expect(Object.values(levels)).toEqual(
    ids.map((id) => {
      const { declared, computed } = expected.levels[id]!;
      return { declaredLevel: declared, computedLevel: computed, level: Math.max(declared ?? 0, computed) };
    }),
  );
  expect(ids).toHaveLength(172);
});

it('every rule tells how much it looked at', async () => {
  const { rules, evaluation } = await answer<{
    rules: { rule: { code: string }; population: number; violations: number; reviews: number }[];
    evaluation: object;
  }>(house, '{ rules { rule { code } population violations reviews } evaluation { at on upTo current } }');
  expect(rules).toHaveLength(34);
  expect(rules.filter(({ population }) => population === 0)).toEqual([]);
  const sum = rules.reduce((all, { violations, reviews }) => all + violations + reviews, 0);
  expect(sum).toBe(expected.findings.length);
  expect(evaluation).toMatchObject({ on: '2026-11-23', upTo: '2026-11-24T00:00:00+08:00', current: true });
});

describe('evidence that nobody here may see', () => {
  it('is hidden in its place, not left out, under an id that tells nothing', async () => {
    await query("MATCH (f:Finding {subject: 'Dataset:SM05'}) SET f.evidence = ['Dataset:nowhere'] + f.evidence");
    const [finding] = told(await findings('(rule: "R14-6")'));
    expect(finding!.evidence).toEqual([
      { id: expect.stringMatching(/^Hidden:[\w-]{22}$/), __typename: 'Hidden' },
      { id: 'Dataset:SM05', __typename: 'Dataset' },
    ]);
  });
});

describe('findings are known', () => {
  const tell = async (viewer: Viewer, text: string) => {
    const { data, errors } = await graphql({ schema, source: text, contextValue: contextOf(house.desk(viewer)) });
    expect(errors).toBeUndefined();
    return data as { findings: { totalCount: number; edges: { node: Told }[] }; node: { id: string } | null };
  };
  const TEXT = `{ findings { totalCount edges { node { id subject { id } } } } node(id: "Finding:R22-2|Product:P08") { id } }`;

  it('to nobody who is not signed in', async () => {
    expect(await tell(PUBLIC_VIEWER, TEXT)).toEqual({ findings: { totalCount: 0, edges: [] }, node: null });
  });

  it('to the agency that must act, and to the data authority over it', async () => {
    const organization = '11530100KMX000110C';
    const own = (await tell(await as(house, 'CLERK', { organization }), TEXT)).findings;
    const due = told(await findings(`(organization: "Organization:${organization}")`));
    expect(own.edges.map(({ node }) => node.id)).toEqual(due.map(({ id }) => id));
    expect(own.totalCount).toBe(due.length);
    expect(due.length).toBeGreaterThan(0);
    const under = (await tell(await as(house, 'AUTHORITY', { jurisdiction: '530100' }), TEXT)).findings;
    expect(under.totalCount).toBeGreaterThan(own.totalCount);
  });
});

describe('a decision on a finding', () => {
  const authority = {
    ...PUBLIC_VIEWER,
    role: 'AUTHORITY',
    person: '张三',
    jurisdiction: 'Jurisdiction:530100',
    under: ['Jurisdiction:530100'],
  } as const;
  const judge = async (viewer: Viewer, input: string) => {
    const source = `mutation { findingJudge(input: {${input}}) {
      finding { id state reason decidedBy acceptedUntil } refusals { code } } }`;
    return graphql({ schema, source, contextValue: contextOf(house.desk(viewer)) });
  };
  const ID = 'finding: "Finding:R14-6|Dataset:SM05"';

  it('is put on record, and findings stay current', async () => {
    const input = `${ID}, decision: ACCEPT, reason: "系统改造", until: "2026-12-31"`;
    expect((await judge(authority, input)).data).toEqual({
      findingJudge: {
        finding: {
          id: 'Finding:R14-6|Dataset:SM05',
          state: 'ACCEPTED',
          reason: '系统改造',
          decidedBy: '张三',
          acceptedUntil: '2026-12-31',
        },
        refusals: [],
      },
    });
    const [deed] = await query('MATCH (r:AuditRecord {act: "finding:judge"}) RETURN count(r) AS deeds');
    expect(deed).toEqual({ deeds: 1 });
    expect(await answer(house, '{ evaluation { current } }')).toEqual({ evaluation: { current: true } });
  });

  it('is refused with its reasons, and to those who may not know of the finding', async () => {
    expect((await judge(authority, `${ID}, decision: ACCEPT`)).data).toMatchObject({
      findingJudge: { finding: null, refusals: [{ code: 'REASON_MISSING' }, { code: 'UNTIL_MISSING' }] },
    });
    const other = { ...authority, under: ['Jurisdiction:530300'] };
    const { errors } = await judge(other, `${ID}, decision: SEE`);
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('after a load', () => {
  const load = async (...lines: object[]) => {
    const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'change.jsonl');
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const report = await loadBundle(house, [file]);
    expect(report).toMatchObject({ refused: 0, written: true, findingsPending: false });
  };

  it('what was mended is corrected and kept, and reopened when it comes back, by the same id', async () => {
    const { node } = await answer<{ node: { price: number } }>(
      house,
      '{ node(id: "Product:P08") { ... on Product { price } } }',
    );
    const { history } = await answer<{ history: { content: Record<string, unknown> }[] }>(
      house,
      '{ history(of: "Product:P08") { content } }',
    );
    const content = history.at(-1)!.content;
    expect(node.price).toBeGreaterThan(0);
    const id = 'Finding:R22-2|Product:P08';
    const state = () => answer(house, `{ node(id: "${id}") { ... on Finding { state firstSeen since } } }`);
    const first = await state();
    expect(first).toMatchObject({ node: { state: 'NEW' } });
    await load({ ...content, record: 'product', price: 0 });
    expect(await state()).toMatchObject({ node: { state: 'CORRECTED' } });
    expect(told(await findings('(rule: "R22-2")'))).toEqual([]);
    expect(told(await findings('(rule: "R22-2", state: [CORRECTED])'))).toHaveLength(1);
    await load({ ...content, record: 'product' });
    expect(await state()).toMatchObject({ node: { state: 'REOPENED' } });
    expect((await findings()).totalCount).toBe(expected.findings.length);
  });
});
