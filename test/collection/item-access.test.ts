import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/catalog/dataset.ts';
import type { CollectionCheck } from '../../src/collection/check.service.ts';
import { waysTo } from '../../src/collection/item-access.ts';
import type { ItemFinding } from '../../src/collection/items.ts';

const dataset = (more: Partial<Dataset> = {}): Dataset => ({ title: '企业登记信息', provider: 'A2', ...more });
const item = (verdict: ItemFinding['verdict'], found: readonly string[], more: Partial<ItemFinding> = {}) => ({
  name: '住所',
  verdict,
  found,
  backflows: [],
  ...more,
});
const checkOf = (items: readonly ItemFinding[], more: Partial<CollectionCheck> = {}): CollectionCheck => ({
  intent: { title: '用工信息', purpose: '就业服务', items: [] },
  verdict: 'REUSE_PART',
  matches: [],
  items,
  plan: [],
  sources: ['FULL_TEXT'],
  missingSources: [],
  ...more,
});
function ways(one: ItemFinding, held: Record<string, Dataset>, more: Partial<CollectionCheck> = {}) {
  return waysTo(one, checkOf([one], more), new Map(Object.entries(held)));
}

describe('the ways to an item', () => {
  it('lead to a download where the dataset is open and the item is not kept back', () => {
    const one = item('EXISTS_SHAREABLE', ['D']);
    const way = (more: Partial<Dataset>) =>
      ways(one, { D: dataset({ url: 'https://example.org/d', ...more }) })[0]!.way;
    expect(ways(one, { D: dataset({ open: 'UNCONDITIONAL', url: 'https://example.org/d' }) })).toMatchObject([
      { way: 'DOWNLOAD', dataset: 'D', url: 'https://example.org/d', form: null },
    ]);
    expect(way({ open: 'CONDITIONAL' })).toBe('SHARING');
    expect(way({ open: 'UNCONDITIONAL', items: [{ name: '住所', open: 'NONE' }] })).toBe('SHARING');
    expect(way({ open: 'UNCONDITIONAL', items: [{ name: '住所' }, { name: '电话', open: 'NONE' }] })).toBe('DOWNLOAD');
    expect(way({ open: 'UNCONDITIONAL', items: [{ name: '地址' }, { name: '电话', open: 'NONE' }] })).toBe('SHARING');
  });

  it('lead to a sharing application that asks at once for all that the dataset gives', () => {
    const one = item('EXISTS_SHAREABLE', ['D']);
    const other = item('EXISTS_CONDITIONAL', ['D'], { name: '股东' });
    const kept = item('EXISTS_NOT_SHARED', ['D'], { name: '密级项' });
    const elsewhere = item('EXISTS_SHAREABLE', ['E'], { name: '税号' });
    const check = checkOf([one, other, kept, elsewhere]);
    const said = { dataset: 'D', title: '企业登记信息', scenario: '就业服务', purpose: '就业服务' };
    const form = { ...said, requester: null, items: ['住所', '股东'] };
    expect(waysTo(one, check, new Map([['D', dataset()]]))).toMatchObject([{ way: 'SHARING', form }]);
    const conditional = waysTo(other, check, new Map([['D', dataset({ shareCondition: '须会签' })]]));
    expect(conditional).toMatchObject([{ way: 'CONDITIONAL_SHARING', condition: '须会签', form }]);
  });

  it('name the title as scenario where no purpose was given', () => {
    const intent = { title: '用工信息', purpose: ' ', items: [] };
    expect(ways(item('EXISTS_SHAREABLE', ['D']), { D: dataset() }, { intent })[0]!.form!.scenario).toBe('用工信息');
  });

  it('name who applies, and lead nowhere for what is one’s own', () => {
    const one = item('EXISTS_CONDITIONAL', ['D']);
    const intent = { title: '用工信息', organization: ' Organization:A1', items: [] };
    expect(ways(one, { D: dataset() }, { intent })[0]!.form).toMatchObject({
      requester: 'Organization:A1',
      purpose: null,
    });
    const own = waysTo(one, checkOf([one]), new Map([['D', dataset()]]), ['Organization:A1', 'Organization:A2']);
    expect(own).toMatchObject([{ way: 'OWN', dataset: 'D', form: null }]);
  });

  it('begin with those of the plan', () => {
    const one = item('EXISTS_SHAREABLE', ['C', 'D']);
    const held = { C: dataset(), D: dataset() };
    expect(ways(one, held, { plan: ['D'] }).map((way) => way.dataset)).toEqual(['D', 'C']);
    expect(ways(one, held).map((way) => way.dataset)).toEqual(['C', 'D']);
  });

  it('say why something is not shared, lead to a backflow, and are none for what is new', () => {
    const kept = ways(item('EXISTS_NOT_SHARED', ['D']), { D: dataset({ shareReason: '法律规定' }) });
    expect(kept).toMatchObject([{ way: 'NOT_SHARED', reason: '法律规定', form: null }]);
    const why = (more: Partial<Dataset>) => ways(item('EXISTS_NOT_SHARED', ['D']), { D: dataset(more) })[0]!.reason;
    expect(why({ share: 'NONE' })).toMatch(/未说明理由/u);
    expect(why({ share: 'CONDITIONAL', items: [{ name: '住所', share: 'NONE' }] })).toMatch(/该信息项/u);
    expect(ways(item('EXISTS_BACKFLOW', [], { backflows: ['B'] }), {})).toMatchObject([
      { way: 'BACKFLOW', backflow: 'B', dataset: null },
    ]);
    expect(ways(item('NEW', []), {})).toEqual([]);
  });

  it('lead to nothing that can no longer be seen', () => {
    expect(ways(item('EXISTS_SHAREABLE', ['D']), {})).toEqual([]);
  });
});
