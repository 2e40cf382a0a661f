import { describe, expect, it } from 'vitest';
import { understandTitle } from '../../src/collection/title.ts';
import { KUNMING, lexicon } from './matching-data.ts';

const understand = (title: string, agency?: string) => understandTitle(lexicon, title, { home: KUNMING, agency });

describe('a title is split into what it says', () => {
  it('takes the area, the year and the noise word off the subject', () => {
    const title = understand('昆明市五华区2023年民办幼儿园名录');
    expect(title.core).toBe('民办幼儿园');
    expect(title.area).toMatchObject({ code: '530102', name: '五华区', certain: true });
    expect(title.period).toMatchObject({ from: 2023 * 12, to: 2023 * 12 + 11 });
  });

  it('takes the area from the agency when the title names none', () => {
    expect(understand('民办幼儿园名录', '嵩明县教育体育局')).toMatchObject({
      area: { code: '530127' },
      areaFrom: 'AGENCY',
    });
    expect(understand('民办幼儿园名录', '昆明市教育体育局')).toMatchObject({ area: { code: '5301' } });
  });

  it('leaves a county unnamed by its agency uncertain, but below the city', () => {
    expect(understand('水库信息', '县水务局').area).toMatchObject({ certain: false });
    expect(understand('水库信息', '县水务局').area.code.startsWith('5301')).toBe(true);
  });

  it('knows short names of autonomous counties and zones', () => {
    expect(understand('石林县气象灾害信息').area.code).toBe('530126');
    expect(understand('石林彝族自治县气象灾害信息').area.code).toBe('530126');
    expect(understand('高新区企业名录').area.code).toBe('5301:高新区');
  });

  it('takes the body off and keeps it', () => {
    expect(understand('昆明市水务局行政处罚信息')).toMatchObject({ body: '水务局', core: '行政处罚' });
    expect(understand('昆明市税务局行政处罚信息')).toMatchObject({ body: '税务局', core: '行政处罚' });
  });

  it('sees backflows, libraries and systems as where data come from', () => {
    expect(understand('省回流_律师基本信息')).toMatchObject({
      marker: 'BACKFLOW',
      core: '律师',
      area: { code: '5301' },
    });
    expect(understand('基础库c_法人信息库_企业信息')).toMatchObject({ marker: 'LIBRARY', core: '企业' });
    expect(understand('五华区智慧水务管理平台-水库信息')).toMatchObject({
      system: '五华区智慧水务管理平台',
      core: '水库',
    });
  });

  it('reads traditional characters, full width and quotation marks like plain writing', () => {
    expect(understand('企業名錄（２０２３年）').plain).toBe(understand('企业名录(2023年)').plain);
    expect(understand('“三公”经费决算').plain).toBe(understand('三公经费决算').plain);
  });

  it('leaves something of a title that is nothing but noise', () => {
    expect(understand('基本情况信息表').core).not.toBe('');
    expect(understand('信息').core).not.toBe('');
    expect(understand('').core).toBe('');
  });
});
