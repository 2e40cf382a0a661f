import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind?: 'input' | 'publishes' | 're-ingested';
}

interface Source {
  readonly datasets?: readonly { id: string; name: string }[];
  readonly products?: readonly { id: string; name: string }[];
  readonly published?: readonly { id: string; name: string }[];
  readonly nodes?: readonly { id: string }[];
  readonly edges: readonly Edge[];
}

const KINDS = { input: 'MADE_INTO', publishes: 'DERIVED', 're-ingested': 'REINGESTED' } as const;
const CITY = [
  { record: 'jurisdiction', key: 'nyc', name: 'New York City', kind: 'CITY' },
  { record: 'organization', key: 'dcp', name: 'Department of City Planning', kind: 'AGENCY', jurisdiction: 'nyc' },
];

/** The asset that a node of the source stands for: products are products, everything else is a dataset. */
export function assetOf(node: string): string {
  return node.startsWith('product:') ? `Product:${node.slice('product:'.length)}` : `Dataset:${node}`;
}

/** Writes one of the city's lineage files as a bundle and returns the file. */
export function nycBundle(name: string): string {
  const source = JSON.parse(readFileSync(`test/lineage/nyc/${name}.json`, 'utf8')) as Source;
  const datasets = [...(source.datasets ?? []), ...(source.published ?? []), ...(source.nodes ?? [])];
  const lines = [
    ...CITY,
    ...datasets.map((node) => ({
      record: 'dataset',
      key: node.id,
      title: 'name' in node ? node.name : node.id,
      provider: 'dcp',
    })),
    ...(source.products ?? []).map(({ id, name: product }) => ({
      record: 'product',
      key: id.slice('product:'.length),
      name: product,
      developer: 'dcp',
    })),
    ...source.edges.map(({ from, to, kind }) => ({
      record: 'flow',
      from: assetOf(from),
      to: assetOf(to),
      kind: kind === undefined ? 'DERIVED' : KINDS[kind],
      assertedBy: 'NYCPlanning/data-engineering',
      validFrom: '2025-01-01',
    })),
  ];
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-nyc-')), `${name}.jsonl`);
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  return file;
}
