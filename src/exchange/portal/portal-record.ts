import { z } from 'zod';
import { isDay } from '../../calendar/day.ts';
import { foldKey } from '../../foundation/key.ts';

/** A catalog record as an open-data portal publishes it 开放平台目录条目; fields it does not state are absent. */
export const portalRecord = z.looseObject({
  id: z.string().min(1),
  catalog: z.string().min(1),
  place: z.string().min(1),
  title: z.string().min(1),
  agency: z.string().optional(),
  description: z.string().optional(),
  columns: z.array(z.string()).optional(),
  columnsComplete: z.boolean().optional(),
  domain: z.string().optional(),
  industry: z.string().optional(),
  updateFrequency: z.string().optional(),
  openness: z.string().optional(),
  formats: z.union([z.array(z.string()), z.string()]).optional(),
  rows: z.union([z.string(), z.number()]).optional(),
  keywords: z.array(z.string()).optional(),
  published: z.string().optional(),
  updated: z.string().optional(),
  url: z.string().optional(),
  district: z.string().optional(),
});

/** A portal's record, checked. */
export type PortalRecord = z.infer<typeof portalRecord>;

/** Portals name the same frequency in many ways; numbers and other wording are left unknown. */
const CYCLES: Readonly<Record<string, string>> = {
  实时: 'REALTIME',
  分钟级: 'REALTIME',
  小时级: 'REALTIME',
  每天: 'DAILY',
  每日: 'DAILY',
  每周: 'WEEKLY',
  每月: 'MONTHLY',
  每季度: 'QUARTERLY',
  季度: 'QUARTERLY',
  每半年: 'HALF_YEARLY',
  半年: 'HALF_YEARLY',
  每年: 'YEARLY',
  年: 'YEARLY',
  不定期: 'IRREGULAR',
  不定时: 'IRREGULAR',
  不更新: 'STATIC',
  其它: 'OTHER',
  其他: 'OTHER',
};

/** Labels of opening; any other wording is kept as the condition and the attribute is left unknown. */
const OPENNESS: Readonly<Record<string, string>> = {
  无条件开放: 'UNCONDITIONAL',
  无条件: 'UNCONDITIONAL',
  完全开放: 'UNCONDITIONAL',
  有条件开放: 'CONDITIONAL',
  有条件: 'CONDITIONAL',
  依申请开放: 'CONDITIONAL',
  申请开放: 'CONDITIONAL',
  需申请开放: 'CONDITIONAL',
  受限开放: 'CONDITIONAL',
  不予开放: 'NONE',
  禁止开放: 'NONE',
};

/** Words by which portals say that they say nothing. */
const NOTHING = new Set(['', '无', 'null', '-', '--']);

const UNSTATED = '未注明机构';

/** Puts a portal's record into the registry's words: the place, the agency, the dataset, as lines of a bundle. */
export function bundleRecords(record: PortalRecord): Record<string, unknown>[] {
  const { catalog, place } = record;
  const agency = foldKey(record.agency ?? '') || UNSTATED;
  const organization = `${catalog}/${agency}`;
  const [province, city] = catalog.split('_');
  return [
    { record: 'jurisdiction', key: catalog, name: place, kind: province === city ? 'PROVINCE' : 'CITY' },
    { record: 'organization', key: organization, name: agency, kind: 'AGENCY', jurisdiction: catalog },
    datasetOf(record, organization),
  ];
}

function datasetOf(record: PortalRecord, provider: string): Record<string, unknown> {
  const columns = [...new Map((record.columns ?? []).map((name) => [foldKey(name), name])).values()];
  const items = columns.filter((name) => foldKey(name) !== '').map((name) => ({ name }));
  const dataset = {
    record: 'dataset',
    key: record.id,
    title: record.title,
    provider,
    jurisdiction: record.catalog,
    abstract: record.description,
    theme: stated(record.domain),
    industry: stated(record.industry),
    keywords: record.keywords,
    formats: formatsOf(record.formats),
    items: items.length === 0 ? undefined : items,
    itemsComplete: record.columnsComplete,
    area: stated(record.district),
    cycle: CYCLES[record.updateFrequency ?? ''],
    ...openingOf(record.openness),
    rows: rowsOf(record.rows),
    url: record.url,
    publishedOn: dayIn(record.published),
    updatedOn: dayIn(record.updated),
    source: `${record.catalog} ${record.place}`,
  };
  return Object.fromEntries(Object.entries(dataset).filter(([, value]) => value !== undefined));
}

function stated(text: string | undefined): string | undefined {
  return text === undefined || NOTHING.has(text.trim()) ? undefined : text;
}

function openingOf(openness: string | undefined): { open?: string; openCondition?: string } {
  const text = stated(openness)?.trim();
  if (text === undefined) return {};
  const open = OPENNESS[text];
  return open === undefined ? { openCondition: text } : { open };
}

function formatsOf(formats: PortalRecord['formats']): string[] | undefined {
  const list = typeof formats === 'string' ? formats.split(/[,，;；、\s]+/u) : formats;
  const named = list?.filter((format) => format !== '');
  return named === undefined || named.length === 0 ? undefined : named;
}

/** A number of rows, `19,701`; anything else is not known. */
function rowsOf(rows: PortalRecord['rows']): number | undefined {
  const text = String(rows ?? '').replaceAll(',', '');
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The day a date or date and time begins with. */
function dayIn(text: string | undefined): string | undefined {
  const day = text?.slice(0, 10);
  return day !== undefined && isDay(day) ? day : undefined;
}
