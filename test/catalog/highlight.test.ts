import { describe, expect, it } from 'vitest';
import { highlightsOf, rangesIn } from '../../src/catalog/highlight.ts';
import { searchText } from '../../src/catalog/search-text.ts';

/** A text with its marked places in brackets. */
function marked(text: string, typed: string, loose = false): string {
  let shown = '';
  let at = 0;
  for (const [start, end] of rangesIn(text, searchText(typed).words, loose)) {
    shown += `${text.slice(at, start)}【${text.slice(start, end)}】`;
    at = end;
  }
  return shown + text.slice(at);
}

describe('marked places', () => {
  it.each([
    ['企业登记基本信息', '登记', '企业【登记】基本信息'],
    ['入滇河道水质', '滇', '入【滇】河道水质'],
    ['ＰＭ２．５小时值', 'pm2', '【ＰＭ２】．５小时值'],
    ['PM2.5小时值', 'ｐｍ２．５', '【PM2.5】小时值'],
    ['Ⅳ类水体（㎡）', 'iv类 m2', '【Ⅳ类】水体（【㎡】）'],
    ['307025530100001/000001', '307025530100001/0000', '【307025530100001】/【0000】01'],
    ['QYMC', 'qy', '【QY】MC'],
    ['tyshxydm', 'dm', 'tyshxydm'],
    ['人口人口', '人口', '【人口人口】'],
    ['🚗停车', '停车', '🚗【停车】'],
    ['户籍人口', '企业', '户籍人口'],
  ])('%s, sought by %s', (text, typed, shown) => {
    expect(marked(text, typed)).toBe(shown);
  });

  it('marks pairs of a word only when relaxed', () => {
    expect(marked('企业变更信息', '企业信息')).toBe('企业变更信息');
    expect(marked('企业变更信息', '企业信息', true)).toBe('【企业】变更【信息】');
  });
});

describe('highlights', () => {
  it('show each member of a list that is hit, ten at most, and no text that is not', () => {
    const texts = { title: '车辆', keywords: null, itemNames: ['企业名称', '日期', ...Array(20).fill('企业代码')] };
    const shown = highlightsOf(texts, searchText('企业').words, false);
    expect(shown).toHaveLength(10);
    expect(shown[0]).toEqual({ field: 'itemNames', text: '企业名称', ranges: [[0, 2]] });
  });
});
