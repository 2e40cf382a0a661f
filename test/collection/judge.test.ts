import { describe, expect, it } from 'vitest';
import { prepare, type Subject } from '../../src/collection/features.ts';
import { judgeMatch, rankMatches } from '../../src/collection/judge.ts';
import { judge, KUNMING, lexicon } from './matching-data.ts';

const ready = (title: string, more: Partial<Subject> = {}) =>
  prepare(lexicon, { title, home: KUNMING, agency: '昆明市政务服务管理局', ...more });
const judged = (asked: string, found: string) => judgeMatch(judge, ready(asked), ready(found));

describe('the judge names the relation of what was found to what is asked for', () => {
  it.each([
    ['昆明市驾校名录', '昆明市机动车驾驶员培训机构信息', 'SAME'],
    ['昆明市低保对象信息', '昆明市最低生活保障对象名单', 'SAME'],
    ['五华区律师名录', '昆明市律师信息', 'CONTAINS'],
    ['昆明市律师信息', '五华区律师名录', 'CONTAINED'],
    ['昆明市民营医院名单', '昆明市医疗机构名单', 'CONTAINS'],
    ['昆明市2022年旅行社名录', '昆明市2023年旅行社名录', 'OTHER_PERIOD'],
    ['五华区旅行社名录', '盘龙区旅行社名录', 'SIBLING_AREA'],
    ['昆明市水务局行政许可信息', '昆明市税务局行政许可信息', 'SIBLING_AREA'],
    ['诊疗项目甲类目录', '诊疗项目丙类目录', 'SIBLING_AREA'],
    ['昆明市水果出口信息', '昆明市水果进口信息', 'SIBLING_AREA'],
    ['昆明市空气质量日均数据', '昆明市空气质量小时数据', 'OVERLAPS'],
    ['昆明市公安局行政许可信息', '昆明市公安局行政许可清单', 'OVERLAPS'],
  ])('%s ← %s: %s', (asked, found, relation) => {
    expect(judged(asked, found).relation).toBe(relation);
  });

  it('gives equal and containing data a high score, and one telling character a low one', () => {
    expect(judged('昆明市驾校名录', '昆明市机动车驾驶员培训机构信息').score).toBeGreaterThan(0.7);
    expect(judged('五华区律师名录', '昆明市律师信息').score).toBeGreaterThan(0.7);
    for (const [a, b] of [
      ['昆明市水务局行政许可信息', '昆明市税务局行政许可信息'],
      ['诊疗项目甲类目录', '诊疗项目丙类目录'],
      ['昆明市水果出口信息', '昆明市水果进口信息'],
      ['昆明市公安局行政许可信息', '昆明市公安局行政许可清单'],
      ['五华区旅行社名录', '盘龙区旅行社名录'],
    ])
      expect(judged(a!, b!).score, `${a} / ${b}`).toBeLessThan(0.5);
  });

  it('scores a pair equally from both sides and turns its relation round', () => {
    const [there, back] = [judged('五华区律师名录', '昆明市律师信息'), judged('昆明市律师信息', '五华区律师名录')];
    expect(there.score).toBe(back.score);
    expect([there.relation, back.relation]).toEqual(['CONTAINS', 'CONTAINED']);
  });

  it('says why in Chinese words', () => {
    const { reasons } = judged('昆明市驾校名录', '昆明市机动车驾驶员培训机构信息');
    expect(reasons[0]).toContain('内容相同');
    expect(reasons.join()).toContain('驾校＝机动车驾驶员培训机构');
    expect(judged('五华区旅行社名录', '盘龙区旅行社名录').reasons.join()).toContain('盘龙区／五华区');
  });

  it('counts a likeness only with a model that was fitted with it', () => {
    const [asked, found] = [ready('昆明市驾校名录'), ready('昆明市出租车信息')];
    expect(judgeMatch(judge, asked, found, 0.9).score).toBe(judgeMatch(judge, asked, found).score);
  });

  it('puts the same area before a part of it', () => {
    const candidates = ['盘龙区律师名录', '昆明市律师信息', '昆明市公证员信息'].map((title) => ({
      id: title,
      prepared: ready(title),
    }));
    expect(rankMatches(judge, ready('昆明市律师名单'), candidates).map((match) => match.id)).toEqual([
      '昆明市律师信息',
      '盘龙区律师名录',
      '昆明市公证员信息',
    ]);
  });
});
