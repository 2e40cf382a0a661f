import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type BackflowOffer,
  checkItems,
  decideCollection,
  type ElementNames,
  type Offer,
  type Share,
} from '../../src/collection/items.ts';
import { similarItems } from '../../src/collection/similar-items.ts';
import { lexicon } from './matching-data.ts';

const FOLDER = join(import.meta.dirname, '../../seed/kunming');
const read = <T>(name: string): T[] =>
  readFileSync(join(FOLDER, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

interface Row {
  key: string;
  provider: string;
  jurisdiction?: string;
  subject?: string;
  area?: string;
  share?: Share;
  state?: string;
  items?: { name: string; element?: string; share?: Share }[];
}

describe('the intents of the showcase city', () => {
  const places = new Map(
    read<{ key: string; jurisdiction?: string }>('organizations.jsonl').map((o) => [o.key, o.jurisdiction]),
  );
  const elements = read<{ key: string; name: string; aliases?: string[] }>('elements.jsonl').map(
    (e): ElementNames => ({ id: e.key, name: e.name, aliases: e.aliases ?? [] }),
  );
  const datasets = read<Row>('datasets.jsonl').filter((d) => (d.state ?? 'PUBLISHED') === 'PUBLISHED');
  const backflows = read<{ key: string; coordinator: string; items?: string[]; state: string }>(
    'backflows.jsonl',
  ).filter((b) => ['AGREED', 'RETURNING'].includes(b.state));
  interface Expected {
    intents: {
      id: string;
      intent: { organization: string; title: string; subject: string; area?: string; items: string[] };
      answer: {
        verdict: string;
        items: { name: string; verdict: string; found: string[] }[];
        plans: string[][];
        planSize: number;
        otherArea: string[];
      };
    }[];
  }
  const { intents } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../kunming/expected.json'), 'utf8'),
  ) as Expected;

  it.each(intents.map((one) => [one.id, one] as const))('%s', (_id, { intent, answer }) => {
    const place = places.get(intent.organization);
    const offers = datasets
      .filter((d) => (d.jurisdiction ?? places.get(d.provider)) === place)
      .map(
        (d): Offer => ({
          id: `Dataset:${d.key}`,
          subject: d.subject ?? null,
          area: d.area ?? null,
          share: d.share ?? 'NONE',
          items: (d.items ?? []).map((i) => ({ name: i.name, element: i.element ?? null, share: i.share ?? null })),
        }),
      );
    const near = backflows
      .filter((b) => places.get(b.coordinator) === place)
      .map((b): BackflowOffer => ({ id: `Backflow:${b.key}`, items: b.items ?? [] }));
    const check = checkItems(intent, offers, near, elements);
    expect(check.items.map(({ name, verdict, found }) => ({ name, verdict, found }))).toEqual(answer.items);
    expect(decideCollection(intent, check.items, false)).toBe(answer.verdict);
    expect(check.plan.chosen.length).toBe(answer.planSize);
    if (answer.plans.length > 0) expect(answer.plans).toContainEqual(check.plan.chosen);
    expect(check.otherArea).toEqual(answer.otherArea);
    expect(check.plan.exact).toBe(true);
  });
});

describe('the verdict of a check', () => {
  const isNew = { name: '菌种', verdict: 'NEW' as const, found: [], backflows: [] };
  it('asks a person only where nothing is known of a likely match', () => {
    expect(decideCollection({ items: [] }, [], true)).toBe('REVIEW');
    expect(decideCollection({ items: [] }, [], false)).toBe('COLLECT');
    expect(decideCollection({ items: ['菌种'] }, [isNew], true)).toBe('REVIEW');
    expect(decideCollection({ items: ['菌种'], subject: '野生菌' }, [isNew], true)).toBe('COLLECT');
  });

  it('lets NONE of an item beat its dataset, and a backflow beat what is not shared', () => {
    const offer: Offer = {
      id: 'Dataset:A',
      subject: null,
      area: null,
      share: 'UNCONDITIONAL',
      items: [{ name: '电话', element: null, share: 'NONE' }],
    };
    expect(checkItems({ items: ['电话'] }, [offer], [], []).items[0]).toMatchObject({
      verdict: 'EXISTS_NOT_SHARED',
      found: ['Dataset:A'],
    });
    const back = [{ id: 'Backflow:B', items: ['电话'] }];
    expect(checkItems({ items: ['电话'] }, [offer], back, []).items[0]).toMatchObject({
      verdict: 'EXISTS_BACKFLOW',
      found: [],
      backflows: ['Backflow:B'],
    });
  });
});

describe('similar items', () => {
  const held = ['统一社会信用代码', '經營範圍', '法人代表', '联系电话号码', '电话'].map((name) => ({
    dataset: 'Dataset:A',
    name,
  }));
  it('names them with how they were found, and never the exact name', () => {
    expect(similarItems(lexicon, { name: '信用代码' }, held)[0]).toMatchObject({
      item: '统一社会信用代码',
      by: 'SYNONYM',
    });
    expect(similarItems(lexicon, { name: '经营范围' }, held)[0]).toMatchObject({ item: '經營範圍', by: 'FOLDED' });
    expect(similarItems(lexicon, { name: '法定代表人' }, held)[0]).toMatchObject({ item: '法人代表', by: 'SYNONYM' });
    expect(similarItems(lexicon, { name: '电话' }, held).map((one) => one.item)).not.toContain('电话');
    expect(
      similarItems(lexicon, { name: '单位编号', code: 'DWBH' }, [
        { dataset: 'Dataset:B', name: '机构序号', code: 'dwbh' },
      ])[0],
    ).toMatchObject({ by: 'CODE' });
  });
});
