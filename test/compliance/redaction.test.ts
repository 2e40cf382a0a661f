import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import { HIDDEN_NAME, redacted, ruleOfVeiled } from '#src/compliance/redaction.ts';
import { veilOf } from '#src/compliance/veil.ts';
import { isFault } from '#src/foundation/fault.ts';
import type { House } from '#src/house/house.ts';
import type { AccountRole } from '#src/identity/role.ts';
import type { Viewer } from '#src/identity/viewer.ts';
import { as } from '../stage/cast.ts';
import { loadCity } from '../stage/city.ts';
import { query } from '../stage/query.ts';
import { local, stage } from '../stage/stage.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});

interface Told {
  readonly id: string;
  readonly message: string;
  readonly cure: string;
  readonly details: unknown;
  readonly object: string | null;
  readonly organization: { readonly id: string } | null;
  readonly evidence: readonly { readonly id: string; readonly __typename: string; readonly name?: string }[];
}

async function told(viewer: Viewer): Promise<Told[]> {
  const source = `{ findings(first: 10000) { edges { node {
    id message cure details object organization { id } evidence { __typename id ... on Asset { name } } } } } }`;
  const { data, errors } = await graphql({ schema, source, contextValue: contextOf(house.desk(viewer)) });
  expect(errors).toBeUndefined();
  return (data as { findings: { edges: { node: Told }[] } }).findings.edges.map(({ node }) => node);
}

const textOf = ({ message, cure, details, object }: Told) => JSON.stringify([message, cure, details, object]);

describe('what a finding says', () => {
  it('tells whoever must act on it nothing of what he may not see, and all that he sees; its id is good to ask again', async () => {
    const whole = await told(local);
    const contents = await query('MATCH (o:Organization) RETURN o.id AS id, o.content AS content');
    const kinds = new Map(
      contents.map(({ id, content }) => [id, (JSON.parse(String(content)) as { kind: string }).kind]),
    );
    const owners = [...new Set(whole.flatMap(({ organization }) => organization?.id ?? []))];
    let veiled = 0;
    for (const owner of owners) {
      const role: AccountRole = kinds.get(owner) === 'COMPANY' ? 'OPERATOR' : 'CLERK';
      const viewer = await signIn(role, owner.slice('Organization:'.length));
      const his = await told(viewer);
      const full = whole.filter(({ organization }) => organization?.id === owner);
      expect(his).toHaveLength(full.length);
      for (const [i, finding] of his.entries()) {
        const seen = new Set(finding.evidence.map(({ id }) => id));
        const unseen = full[i]!.evidence.filter(({ id }) => !seen.has(id));
        if (unseen.length === 0 && finding.id === full[i]!.id) {
          expect(textOf(finding)).toBe(textOf(full[i]!));
          continue;
        }
        veiled++;
        for (const { id, name = id } of unseen)
          for (const word of [id, id.slice(id.indexOf(':') + 1), name]) {
            expect(textOf(finding)).not.toContain(word);
            expect(finding.id).not.toContain(word);
          }
        expect(finding).toMatchObject({ message: expect.stringContaining(HIDDEN_NAME), details: null, object: null });
        expect(await asked(viewer, finding.id)).toBe(finding.id);
        expect(await asked(viewer, full[i]!.id)).toBeNull();
      }
    }
    expect(veiled).toBeGreaterThan(0);
  }, 240_000);

  it('goes page by page where ids and cursors are opaque', async () => {
    const viewer = await signIn('CLERK', await somebodyTold());
    const all = (await told(viewer)).map(({ id }) => id);
    const met: string[] = [];
    for (let after = ''; ; ) {
      const source = `{ findings(first: 2, after: ${after === '' ? 'null' : JSON.stringify(after)}) {
        pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
      const { data } = await graphql({ schema, source, contextValue: contextOf(house.desk(viewer)) });
      const { edges, pageInfo } = (data as unknown as Page).findings;
      met.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(met).toEqual(all);
  }, 120_000);

  it('of which nothing is hidden is told in full; else short names, facts, objects and dates of hidden records stay out', () => {
    const finding = {
      id: 'Finding:R1-1|Dataset:A|Dataset:B',
      rank: '',
      rule: 'R1-1',
      subject: 'Dataset:A',
      object: 'Dataset:B',
      severity: 'REVIEW',
      state: 'NEW',
      since: 1,
      firstSeenAt: 2,
      evidence: ['Dataset:A', 'Dataset:B', 'Dataset:C'],
      message: '“甲”与“乙”重复。',
      cure: '并入“乙”。',
      details: '{"with":["Dataset:B"],"days":3}',
    } as const;
    const veil = veilOf(null);
    const rule = { title: { zh: '不得重复', en: 'No duplicates' }, cure: { zh: '合并。', en: 'Merge.' } };
    const said = redacted(
      finding,
      new Map([
        ['Dataset:B', 'HINTED'],
        ['Dataset:C', 'DARK'],
      ]),
      { rule, veil },
    );
    expect(JSON.stringify({ ...said, evidence: [] })).not.toMatch(/乙|Dataset:B|days/);
    expect(said).toMatchObject({
      subject: 'Dataset:A',
      since: 2,
      evidence: ['Dataset:A', 'Dataset:B'],
      cure: '合并。Merge.',
    });
    expect([ruleOfVeiled(said.id), ruleOfVeiled(finding.id)]).toEqual(['R1-1', null]);
    expect(veil.see(veil.hide(finding.id))).toBe(finding.id);
    expect(veil.see(`A${veil.hide(finding.id).slice(1)}B`)).toBeNull();
    expect(said.id).toBe(redacted(finding, new Map([['Dataset:B', 'DARK']]), { rule, veil }).id);
    expect(redacted(finding, new Map(), { rule, veil })).toEqual({ ...finding, veiled: false });
  });
});

/** Signs in; a plan that is made while the machine is busy may use up the time that signing in has. */
async function signIn(role: AccountRole, organization: string): Promise<Viewer> {
  for (let attempt = 1; ; attempt++)
    try {
      return await as(house, role, { organization });
    } catch (error) {
      if (attempt === 6 || !isFault(error, 'TIME_LIMIT')) throw error;
    }
}

interface Page {
  readonly findings: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

/** The id under which a viewer finds a finding; null: he does not. */
async function asked(viewer: Viewer, id: string): Promise<string | null> {
  const source = `{ node(id: ${JSON.stringify(id)}) { id } }`;
  const { data } = await graphql({ schema, source, contextValue: contextOf(house.desk(viewer)) });
  return (data as { node: { id: string } | null }).node?.id ?? null;
}

/** Key of an agency with several findings, some of which rest on what it may not see. */
async function somebodyTold(): Promise<string> {
  const rows = await query(
    `MATCH (f:Finding) MATCH (r:Record) WHERE r.id IN f.evidence AND r.sight IN ['AGREEMENT', 'CONTROL', 'REQUEST', 'CHECK']
       AND r.owner <> f.owner
     MATCH (o:Organization {id: f.owner}) WHERE o.kind = 'AGENCY'
     RETURN o.key AS key, count(DISTINCT f) AS found ORDER BY found DESC LIMIT 1`,
  );
  return String(rows[0]!['key']);
}
