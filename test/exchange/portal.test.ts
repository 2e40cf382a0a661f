import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { searchDatasets } from '../../src/catalog/search.service.ts';
import { loadPortal } from '../../src/exchange/portal/load-portal.service.ts';
import { bundleRecords } from '../../src/exchange/portal/portal-record.ts';
import type { House } from '../../src/house/house.ts';
import { recordsOf } from '../../src/record/record.service.ts';
import { local, stage } from '../stage/stage.ts';

/** 60 catalog records of Anshun's portal, from github nju-websoft/CNPDS at ace1bba5, Apache-2.0; metadata only. */
const ANSHUN = 'test/exchange/anshun.portal.jsonl';
const lines = readFileSync(ANSHUN, 'utf8').trim().split('\n');

function portalFile(...texts: readonly string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-portal-')), 'portal.jsonl');
  writeFileSync(file, texts.join('\n'));
  return file;
}

describe('catalog records of an open-data portal', () => {
  let house: House;
  beforeEach(async () => {
    house ??= await stage();
  });

  it('become a place, its agencies and their datasets', async () => {
    const report = await loadPortal(house, [ANSHUN]);
    expect(report).toMatchObject({ written: true, refused: 0 });
    expect(report.byKind).toMatchObject({ jurisdiction: { created: 1 }, dataset: { created: lines.length } });
    const { edges } = await searchDatasets(house.desk(local), { search: '规模以上工业经济', first: 1 });
    expect(edges).toHaveLength(1);
    const first = JSON.parse(lines[0]!) as { id: string; title: string; agency: string };
    const held = (await recordsOf(house.desk(local), [`Dataset:${first.id}`])).get(`Dataset:${first.id}`)!;
    expect(held.content).toMatchObject({
      title: first.title,
      provider: `guizhou_anshun/${first.agency}`,
      open: 'CONDITIONAL',
    });
  });

  it('are left alone when they are there already', async () => {
    const changed = JSON.parse(lines[0]!) as { title: string };
    const report = await loadPortal(house, [portalFile(JSON.stringify({ ...changed, title: '另一个名称' }))]);
    expect(report).toMatchObject({ created: 0, updated: 0, refused: 0 });
    expect(report.unchanged).toBeGreaterThan(0);
  });

  it('are refused by the portal’s own file and line, and then nothing is written', async () => {
    const good = JSON.stringify({ id: 'x-1', catalog: 'x_x', place: '某省', title: '甲' });
    const file = portalFile(
      good,
      '{"id": "x-2"',
      '{"id":"x-3","catalog":"x_x","place":"某省"}',
      good.replace('甲', '乙'),
    );
    const report = await loadPortal(house, [file]);
    expect(report.written).toBe(false);
    expect(report.refusals.map(({ code, line }) => [code, line])).toEqual([
      ['NOT_JSON', 2],
      ['MISSING_FIELD', 3],
      ['DUPLICATE_KEY', 4],
    ]);
    expect((await recordsOf(house.desk(local), ['Dataset:x-1'])).size).toBe(0);
    const rest = await loadPortal(house, [file], { skipInvalid: true });
    expect(rest).toMatchObject({ written: true, refused: 4 });
    expect((await recordsOf(house.desk(local), ['Jurisdiction:x_x'])).get('Jurisdiction:x_x')!.content.kind).toBe(
      'PROVINCE',
    );
  });

  it('that are marked secret are refused by file and line alone, told nowhere and stored nowhere', async () => {
    const secret = '机密名称甲乙丙';
    const marked = { id: 'x-9', catalog: 'x_x', place: '某省', title: secret };
    const file = portalFile(
      JSON.stringify({ ...marked, secrecy: 'STATE' }),
      JSON.stringify({ ...marked, title: 5, agency: secret, secrecy: 'work' }),
      `{"secrecy": "STATE", "title": "${secret}"`,
    );
    const report = await loadPortal(house, [file], { skipInvalid: true });
    expect(report.refusals.map(({ code, line }) => [code, line])).toEqual([
      ['SECRET', 1],
      ['SECRET', 2],
      ['NOT_JSON', 3],
    ]);
    expect(JSON.stringify(report)).not.toContain(secret);
    expect((await recordsOf(house.desk(local), ['Dataset:x-9'])).size).toBe(0);
  });

  it('take null for not stated', async () => {
    const given = { id: 'y-1', catalog: 'y_z', place: '某市', title: '甲', agency: null, columns: null, rows: null };
    const report = await loadPortal(house, [portalFile(JSON.stringify(given))]);
    expect(report).toMatchObject({ written: true, refused: 0 });
    const held = (await recordsOf(house.desk(local), ['Dataset:y-1'])).get('Dataset:y-1')!;
    expect(held.content).toMatchObject({ provider: 'y_z/未注明机构' });
    const untitled = await loadPortal(house, [portalFile(JSON.stringify({ ...given, id: 'y-2', title: null }))]);
    expect(untitled.refusals).toMatchObject([{ code: 'MISSING_FIELD', field: 'title', line: 1 }]);
  });

  it('leave unknown what they do not say in words that are known', () => {
    const [, organization, dataset] = bundleRecords({
      id: 'a',
      catalog: 'a_b',
      place: '某市',
      title: '甲',
      openness: '用于数据校验',
      updateFrequency: '3',
      rows: '约一万',
      columns: ['姓名', '姓名', ' '],
    });
    expect(organization).toMatchObject({ key: 'a_b/未注明机构' });
    expect(dataset).toMatchObject({ openCondition: '用于数据校验', items: [{ name: '姓名' }] });
    expect(dataset).not.toHaveProperty('open');
    expect(dataset).not.toHaveProperty('cycle');
    expect(dataset).not.toHaveProperty('rows');
  });
});
