import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import { HIDDEN_NAME, hiddenRecord, redacted } from '#src/compliance/redaction.ts';
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
  it('names no evidence that whoever must act on it may not see, and all that he sees', async () => {
    const whole = await told(local);
    const contents = await query('MATCH (o:Organization) RETURN o.id AS id, o.content AS content');
    const kinds = new Map(
      contents.map(({ id, content }) => [id, (JSON.parse(String(content)) as { kind: string }).kind]),
    );
    const owners = [...new Set(whole.flatMap(({ organization }) => organization?.id ?? []))];
    let hidden = 0;
    let changed = 0;
    for (const owner of owners) {
      const role: AccountRole = kinds.get(owner) === 'COMPANY' ? 'OPERATOR' : 'CLERK';
      const his = await told(await as(house, role, { organization: owner.slice('Organization:'.length) }));
      for (const finding of his) {
        const full = whole.find(({ id }) => id === finding.id)!;
        const unseen = full.evidence.filter((_, i) => finding.evidence[i]!.__typename === 'Hidden');
        for (const { id, name } of unseen) {
          hidden++;
          expect(textOf(finding)).not.toContain(id);
          if (name !== undefined) expect(textOf(finding)).not.toContain(name);
        }
        if (textOf(finding) !== textOf(full)) changed++;
        else continue;
        expect(textOf(finding)).toContain(HIDDEN_NAME);
      }
    }
    expect([hidden > 0, changed > 0]).toEqual([true, true]);
  }, 240_000);

  it('has the longest name taken out first, and ids inside its facts', () => {
    const finding = {
      id: 'Finding:R|Dataset:A',
      rank: '',
      rule: 'R',
      subject: 'Dataset:A',
      severity: 'REVIEW',
      state: 'NEW',
      since: 0,
      firstSeenAt: 0,
      evidence: ['Dataset:A', 'Dataset:B', 'Dataset:C'],
      message: '“甲”与“水库信息表”、“水库信息”重复。',
      cure: '并入“甲”。',
      details: '{"with":["Dataset:B"],"days":3}',
    } as const;
    const hidden = [
      hiddenRecord('Dataset:B', { title: '水库信息' }),
      hiddenRecord('Dataset:C', { title: '水库信息表' }),
    ];
    const said = redacted(finding, new Map(hidden.map((record) => [record.id, record])));
    expect(said).toMatchObject({
      message: `“甲”与“${HIDDEN_NAME}”、“${HIDDEN_NAME}”重复。`,
      cure: '并入“甲”。',
      details: JSON.stringify({ with: [HIDDEN_NAME], days: 3 }),
    });
    expect(redacted(finding, new Map())).toBe(finding);
  });
});
