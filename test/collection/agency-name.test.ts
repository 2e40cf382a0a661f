import { describe, expect, it } from 'vitest';
import { relateAgencies } from '../../src/collection/agency-name.ts';
import { lexicon } from './matching-data.ts';

/** 昆明市 has a county-level city 安宁市; 宿迁市 has none. */
const relate = (a: string, b: string, more: { home?: string; districtA?: string; districtB?: string } = {}) =>
  relateAgencies(lexicon, a, b, { home: '5301', ...more }).relation;

describe('two agency names of one portal', () => {
  it('are the same in short and in full, with and without the city', () => {
    expect(relate('昆明市卫健委', '昆明市卫生健康委员会')).toBe('SAME');
    expect(relate('五华区工信局', '昆明市五华区工业和信息化局')).toBe('SAME');
    expect(relate('石林县', '石林彝族自治县')).toBe('SAME');
    expect(relate('嵩明县-县资规局', '嵩明县-县自然资源和规划局')).toBe('SAME');
  });

  it('are never merged over area, level or function', () => {
    expect(relate('五华区教育局', '盘龙区教育局')).toBe('DIFFERENT');
    expect(relate('昆明市教育局', '五华区教育局')).toBe('DIFFERENT');
    expect(relate('昆明市水务局', '昆明市税务局')).toBe('DIFFERENT');
    expect(relate('昆明市民政局', '昆明市民宗局')).toBe('DIFFERENT');
    expect(relate('区府办', '县府办')).toBe('DIFFERENT');
    expect(relate('昆明市城市管理局', '昆明市综合行政执法局')).not.toBe('SAME');
  });

  it('stay open where only the district decides, and are decided by it', () => {
    expect(relate('市教育局', '昆明市教育局')).toBe('AMBIGUOUS');
    expect(relate('市教育局', '昆明市教育局', { districtA: '安宁市' })).toBe('DIFFERENT');
    expect(relate('市教育局', '昆明市教育局', { districtA: '昆明市' })).toBe('SAME');
    expect(relate('县水利局', '县水利局')).toBe('AMBIGUOUS');
    expect(relate('县水利局', '县水利局', { districtA: '嵩明县', districtB: '嵩明县' })).toBe('SAME');
    expect(relate('市教育局', '宿迁市教育局', { home: '3213' })).toBe('SAME');
  });

  it('are a body and its branch', () => {
    expect(relate('昆明市生态环境局', '昆明市生态环境局五华分局')).toBe('SUBORDINATE');
    expect(relate('昆明市公安局', '五华区公安分局')).toBe('SUBORDINATE');
    expect(relate('五华区公安分局', '盘龙区公安分局')).toBe('DIFFERENT');
  });

  it('are successors by reform in the same area only', () => {
    expect(relate('昆明市环境保护局', '昆明市生态环境局')).toBe('SUCCESSOR');
    expect(relate('昆明市工商行政管理局', '昆明市市场监督管理局')).toBe('SUCCESSOR');
    expect(relate('昆明市国土资源局', '五华区自然资源局')).toBe('DIFFERENT');
    expect(relate('市环保局', '昆明市生态环境局')).toBe('AMBIGUOUS');
  });

  it('stay open where one shortens the other and both went into one body; else they are two', () => {
    expect(relate('昆明市环保局', '昆明市环境保护局')).toBe('AMBIGUOUS');
    expect(relate('五华区环保局', '盘龙区环境保护局')).toBe('DIFFERENT');
    expect(relate('昆明市工商局', '昆明市质监局')).toBe('DIFFERENT');
    expect(relate('昆明市农业农村局', '昆明市水利局')).toBe('DIFFERENT');
    expect(relate('昆明市体育局', '昆明市文化和旅游局')).toBe('DIFFERENT');
  });
});
