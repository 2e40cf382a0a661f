import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** How a generated town is written. */
export interface Town {
  /** Lines in all: assets, flows and what they stand on. */
  readonly lines: number;
  /** Another edition has other titles and other evidence for every third asset and flow. */
  readonly edition?: number;
}

const BODIES = 50;
const ELEMENTS = 100;
const FLOWS_AN_ASSET = 5;
const ITEMS = 4;

/** Writes a town as a bundle, always the same for the same numbers: agencies, elements, datasets with items, five flows each. */
export function writeTown(folder: string, { lines, edition = 0 }: Town): void {
  mkdirSync(folder, { recursive: true });
  const assets = Math.floor((lines - BODIES - ELEMENTS - 1) / (1 + FLOWS_AN_ASSET));
  const changed = (number: number) => (number % 3 === 0 ? edition : 0);
  write(folder, 'organizations', BODIES, (i) => ({
    record: 'organization',
    key: `B${i}`,
    name: `示例局${i}`,
    kind: 'AGENCY',
    jurisdiction: 'TOWN',
  }));
  write(folder, 'jurisdictions', 1, () => ({ record: 'jurisdiction', key: 'TOWN', name: '示例市', kind: 'CITY' }));
  write(folder, 'elements', ELEMENTS, (i) => ({ record: 'element', key: `E${i}`, name: `元素${i}` }));
  write(folder, 'datasets', assets, (i) => ({
    record: 'dataset',
    key: `D${i}`,
    title: `示例数据${i} 第${changed(i)}版`,
    provider: `B${i % BODIES}`,
    jurisdiction: 'TOWN',
    subject: '企业',
    share: 'CONDITIONAL',
    cycle: 'DAILY',
    level: (i % 4) + 1,
    items: Array.from({ length: ITEMS }, (_, n) => ({
      name: `信息项${n + (changed(i) > 0 ? 1 : 0)}`,
      type: 'C',
      ...(n === 0 ? { element: `E${i % ELEMENTS}` } : {}),
    })),
  }));
  write(folder, 'flows', assets * FLOWS_AN_ASSET, (i) => {
    const from = Math.floor(i / FLOWS_AN_ASSET);
    return {
      record: 'flow',
      from: `Dataset:D${from}`,
      to: `Dataset:D${(from * 7 + (i % FLOWS_AN_ASSET) * 131 + 1) % assets}`,
      kind: 'DERIVED',
      assertedBy: `系统${i % FLOWS_AN_ASSET}`,
      validFrom: '2024-01-01',
      ...(changed(i) > 0 ? { evidence: `第${edition}版` } : {}),
      ...(i % 10 === 0 ? { items: [['信息项1', '信息项2']] } : {}),
    };
  });
}

function write(folder: string, name: string, count: number, line: (i: number) => object): void {
  const file = openSync(join(folder, `${name}.jsonl`), 'w');
  let text = '';
  for (let i = 0; i < count; i++) {
    text += `${JSON.stringify(line(i))}\n`;
    if (text.length < 1 << 20 && i < count - 1) continue;
    writeSync(file, text);
    text = '';
  }
  closeSync(file);
}
