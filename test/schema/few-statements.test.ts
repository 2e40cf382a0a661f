import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../src/house/house.ts';
import { loadCity } from '../stage/city.ts';
import { stage } from '../stage/stage.ts';
import { answer, statementsOf } from './asking.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});

const ASSET = '... on Dataset { title items { name element { name } } }';

/** A page of a few and a page of many must cost the same number of statements. */
async function costsOf(question: (size: number) => string, sizeOf: (found: Found) => number) {
  const cost = async (size: number) => {
    let found: Found | undefined;
    const statements = await statementsOf(house, async () => {
      found = await answer<Found>(house, question(size));
    });
    return { statements, size: sizeOf(found!) };
  };
  return { few: await cost(2), many: await cost(50) };
}

interface Found {
  readonly lineage: { readonly vertices: readonly unknown[] };
  readonly datasets: { readonly edges: readonly unknown[] };
  readonly [alias: string]: unknown;
}

describe('a list of two and one of fifty cost the same number of statements', () => {
  it('for vertices of a lineage, with their assets, organizations and items', async () => {
    const { few, many } = await costsOf(
      (size) => `{ lineage(of: "Dataset:FR01", direction: DOWNSTREAM, depth: null, maxVertices: ${size}) {
        vertices { id asset { id name level organization { name jurisdiction { name } } ${ASSET} } }
        edges { from to }
      } }`,
      ({ lineage }) => lineage.vertices.length,
    );
    expect([few.size, many.size > 20]).toEqual([2, true]);
    expect(many.statements.length).toBe(few.statements.length);
  });

  it('for a page of the catalog', async () => {
    const { few, many } = await costsOf(
      (size) => `{ datasets(first: ${size}) {
        totalCount edges { node { id name organization { name jurisdiction { name } } ${ASSET} } }
      } }`,
      ({ datasets }) => datasets.edges.length,
    );
    expect([few.size, many.size]).toEqual([2, 50]);
    expect(many.statements.length).toBe(few.statements.length);
  });

  it('for pairs of duplicates with providers, verdicts and sources', async () => {
    // Pairs and names of agencies are worked out once and kept.
    await answer(house, '{ duplicates { edges { node { sameProvider } } } }');
    const { few, many } = await costsOf(
      (size) => `{ duplicates(first: ${size}) { totalCount edges { node {
        a { id organization { name oneBodyWith { name } } } b { id } sameProvider verdict { id } verdicts { id }
        lead { organization { name } toDecide { name } collectors { name } } } } } }`,
      ({ duplicates }) => (duplicates as Found['datasets']).edges.length,
    );
    expect([few.size, many.size > few.size]).toEqual([2, true]);
    expect(many.statements.length).toBe(few.statements.length);
  });

  it('for the items of a check with ways to them and their sources', async () => {
    const names = ['企业名称', '住所', '经营范围', '成立日期', '登记状态', '法定代表人', '企业类型', '行业代码'];
    const { few, many } = await costsOf(
      (
        size,
      ) => `{ checkCollection(intent: { organization: "Organization:11530100KMX00017XC", title: "企业信息", subject: "企业",
        items: [${names.slice(0, size).map((name) => `{ name: "${name}" }`)}] }) {
        items { name found { title } lead { organization { name } standing toDecide { name } }
          access { way dataset { title } form { title items } } } } }`,
      ({ checkCollection }) => (checkCollection as { items: unknown[] }).items.length,
    );
    expect([few.size, many.size]).toEqual([2, names.length]);
    expect(many.statements.length).toBe(few.statements.length);
  });

  it('for products with their provenance and chains', async () => {
    const products = (keys: readonly string[]) =>
      `{ ${keys.map((key, i) => `p${i}: node(id: "Product:${key}") { ...P }`).join(' ')} }
       fragment P on Product { provenance { origins { id organization { name } } legalBases { citation } }
         redevelopment { ancestors { name organization { name } } firstProducts { name } } }`;
    const keys = ['R01', 'R02', 'R03', 'R04', 'R05', 'R06'];
    const cost = (some: readonly string[]) => statementsOf(house, () => answer(house, products(some)));
    expect((await cost(keys)).length).toBe((await cost(keys.slice(0, 2))).length);
  });
});
