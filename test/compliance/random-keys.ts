/** What random small worlds are made of: few keys, so that what changes meets what is there. */

export const DAYS = ['2024-03-01', '2025-02-10', '2025-06-01', '2025-11-20', '2026-03-05', '2026-08-01', '2026-11-20'];
export const LATER = ['2026-11-23', '2026-12-31', '2027-06-30', '2030-02-28'];
export const keys = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

export const AGENCIES = ['A', 'B', 'C', 'DA'];
export const COMPANIES = ['O', 'D', 'E'];
export const BODIES = [...AGENCIES, ...COMPANIES];
export const ELEMENTS = ['公民身份号码', '统一社会信用代码', '居住地址', '诊断编码', '月份'];
export const DATASETS = keys('S', 7);
export const DATABASES = keys('K', 3);
export const COLLECTIONS = keys('L', 3);
export const BACKFLOWS = keys('Z', 1);
export const PLANS = ['PL-1', 'PL-2'];
export const AGREEMENTS = keys('G', 3);
export const PRODUCTS = keys('P', 5);
export const QUALIFICATIONS = keys('Q', 2);
export const REQUESTS = keys('R', 4);
export const PROVISIONS = keys('W', 3);
export const DUTIES = keys('U', 2);
export const SUBJECTS = ['企业', '自然人'];
export const ASSETS = [
  ...DATASETS.map((key) => `Dataset:${key}`),
  ...DATABASES.map((key) => `Database:${key}`),
  ...PRODUCTS.map((key) => `Product:${key}`),
  ...COLLECTIONS.map((key) => `Collection:${key}`),
  ...BACKFLOWS.map((key) => `Backflow:${key}`),
];
export const TARGETS = ASSETS.filter((id) => !/^(Collection|Backflow):/.test(id));

/** Kinds that a flow between two assets may have. */
export function kindsBetween(from: string, to: string): readonly string[] {
  if (to.startsWith('Database:')) return ['AGGREGATED'];
  if (!to.startsWith('Product:')) return ['DERIVED', 'SUPPLIED'];
  return from.startsWith('Product:') ? ['REDEVELOPED'] : ['MADE_INTO', 'SUPPLIED'];
}
